"""How are dates and numbers told in a language, where Django's own ways are not ours?"""
