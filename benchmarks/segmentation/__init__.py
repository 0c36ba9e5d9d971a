"""Sentence segmentation: training, agreement with NLTK's Punkt, speed."""
