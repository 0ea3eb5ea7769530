"""Who is here, who comes in, and who speaks for which city? People, and how one focal point hands over to the next."""
