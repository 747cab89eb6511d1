"""What a store answers, as JSON: the command line and the workbench give the same."""

from typing import Any

from crossread.store.shapes import ArticleEntry, Hit, StoryEntry

Json = dict[str, Any]


def story_fields(story: StoryEntry) -> Json:
    """Return a story as `crossread stories --format json` lists it."""
    return {
        "id": story.id,
        "label": story.label,
        "first_published": story.first_published,
        "last_published": story.last_published,
        "documents": [
            {
                "id": article.id,
                "source": article.source,
                "outlet": article.outlet,
                "title": article.title,
                "copy_of": article.copy_of,
            }
            for article in story.articles
        ],
    }


def article_fields(article: ArticleEntry) -> Json:
    """Return an article without its text."""
    return {
        "id": article.id,
        "source": article.source,
        "outlet": article.outlet,
        "title": article.title,
        "published": article.published,
        "url": article.url,
        "added": article.added,
        "characters": article.characters,
        "story": article.story,
        "copy_of": article.copy_of,
        "coded": article.coded,
    }


def hit_fields(hit: Hit) -> Json:
    """Return what a search found: `span` is what is shown, `marks` are offsets of the words looked for."""
    return {
        "kind": hit.kind,
        "id": hit.id,
        "outlet": hit.outlet,
        "title": hit.title,
        "published": hit.published,
        "story": hit.story,
        "span": {"doc": hit.document, "start": hit.start, "end": hit.end, "text": hit.text},
        "marks": [list(mark) for mark in hit.marks],
    }
