"""Who is named in the office's texts, how binding are they, and does a claim about words hold?"""
