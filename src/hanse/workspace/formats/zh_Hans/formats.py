"""How are numbers told in Chinese? In groups of three digits, as the United Nations do."""

THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
