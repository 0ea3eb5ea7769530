"""Where do people work on shared records? The Django project; it calls the library, never the other way round."""
