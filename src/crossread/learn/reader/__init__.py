"""The reader's training: preparation, the joint network, export, evaluation."""
