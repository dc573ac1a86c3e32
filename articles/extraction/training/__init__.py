"""Training of the built-in recogniser of people: data sets, their augmentation, cross-validation, and the weights."""
