"""Who speaks for which city? Focal points, and how one hands over to the next."""
