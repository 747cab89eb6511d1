"""The rule-based annotator: tokenizer, gazetteer and rules, without a trained model."""

from crossread.annotate.coreference import find_chains
from crossread.annotate.names import find_names
from crossread.annotate.nominals import find_nominals, find_pronouns
from crossread.annotate.quantities import find_quantities
from crossread.annotate.sentences import find_sentences
from crossread.annotate.times import find_times
from crossread.annotate.tokens import Tokens
from crossread.annotate.words import find_words
from crossread.records import AnnotatedDocument, Document, Mention


class RuleAnnotator:
    """Reads one article by rules. A pure function of the document; the time it takes grows with the text's length."""

    @property
    def name(self) -> str:
        """The annotator and its version."""
        return "rules/1"

    def annotate(self, document: Document) -> AnnotatedDocument:
        """Return the article with its sentences, words, mentions, chains, times and quantities; there is no syntax."""
        sentences = find_sentences(document.text)
        tokens = Tokens(document.text, find_words(document.text, sentences))
        return complete(document, sentences, tokens, find_names(document, tokens), self.name)


def complete(
    document: Document, sentences: tuple[tuple[int, int], ...], tokens: Tokens, names: list[Mention], made_by: str
) -> AnnotatedDocument:
    """Return the article with its names, and all that rules find over them and its words."""
    described = [*find_nominals(document, tokens, names), *find_pronouns(document, tokens)]
    mentions = tuple(sorted([*names, *described], key=lambda m: (m.span.start, m.span.end, m.form)))
    times = find_times(document, sentences, tokens.words)
    return AnnotatedDocument(
        document=document,
        sentences=sentences,
        words=tokens.words,
        mentions=mentions,
        chains=find_chains(document, sentences, mentions),
        times=times,
        quantities=find_quantities(document, sentences, tokens.words, times),
        made_by=made_by,
    )
