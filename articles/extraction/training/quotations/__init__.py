"""Learning the decisions about quotations from articles that were annotated one by one.

gold reads the annotations and says what is right by the annotators' guide; a teacher stands in for every decision while
an article is read and notes its features as lessons; fit learns weights from lessons; build writes those that ship.
"""
