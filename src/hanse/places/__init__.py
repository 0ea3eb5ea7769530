"""Which place is meant? Names of cities, regions and countries in any language, to GeoNames and ISO 3166 identities."""
