"""How are dates told in Russian? Without “г.”, which before the full stop of a sentence would make two of them."""

DATE_FORMAT = "j E Y"
DATETIME_FORMAT = "j E Y, G:i"
YEAR_MONTH_FORMAT = "F Y"
