"""Which works does a document cite, what does it do to them, and who cites it?"""
