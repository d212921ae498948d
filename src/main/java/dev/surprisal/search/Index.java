package dev.surprisal.search;

import dev.surprisal.content.Course;
import dev.surprisal.content.LessonId;
import dev.surprisal.content.PageKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.LowerCaseFilterFactory;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilterFactory;
import org.apache.lucene.analysis.en.PorterStemFilterFactory;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilterFactory;
import org.apache.lucene.analysis.standard.StandardTokenizerFactory;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * A course to be searched, immutable and shared by all who search. A query is words, nothing else: every word has to be in what is
 * found, the last one may still be unfinished, and where nothing fits words that are spelt nearly so are taken.
 */
public final class Index {

    /** A longer query is cut; nobody types one by hand. */
    public static final int LONGEST_QUERY = 200;

    private static final int MOST_WORDS = 12;
    private static final int SNIPPET = 160;

    /** The share of a snippet that stands before what was found. */
    private static final float BEFORE_THE_MATCH = 0.3f;

    private static final String TITLE = "title";
    private static final String TEXT = "text";
    private static final String FORMULAS = "formulas";
    private static final float TITLE_BOOST = 4;
    private static final float UNFINISHED_BOOST = 0.5f;

    /** Letters in which a misspelt word may differ, by its length. */
    private static final int LONG_WORD = 6;

    private static final int SHORT_WORD = 4;

    private final Analyzer analyzer;
    private final IndexSearcher searcher;

    private Index(Analyzer analyzer, IndexSearcher searcher) {
        this.analyzer = analyzer;
        this.searcher = searcher;
    }

    public static Index of(Course course) {
        try {
            Analyzer analyzer = analyzer();
            var directory = new ByteBuffersDirectory();
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (Passage passage : Passages.of(course)) {
                    writer.addDocument(document(passage));
                }
            }
            return new Index(analyzer, new IndexSearcher(DirectoryReader.open(directory)));
        } catch (IOException e) {
            throw new UncheckedIOException("the index lies in memory and cannot fail to be written", e);
        }
    }

    private static Analyzer analyzer() throws IOException {
        return CustomAnalyzer.builder()
                .withTokenizer(StandardTokenizerFactory.class)
                .addTokenFilter(EnglishPossessiveFilterFactory.class)
                .addTokenFilter(LowerCaseFilterFactory.class)
                .addTokenFilter(ASCIIFoldingFilterFactory.class)
                .addTokenFilter(PorterStemFilterFactory.class)
                .build();
    }

    private static Document document(Passage passage) {
        var document = new Document();
        document.add(new StoredField("lesson", passage.lesson().id().value()));
        document.add(new StoredField("page", passage.page().word()));
        document.add(new StoredField("kind", passage.kind().name()));
        document.add(new StoredField("section", passage.section()));
        document.add(new TextField(TITLE, passage.title(), Field.Store.YES));
        document.add(new TextField(TEXT, passage.text(), Field.Store.YES));
        // \sigma^2 is found by "sigma"; the letters alone would be noise
        document.add(new TextField(FORMULAS, passage.formulas().replaceAll("[^A-Za-z]+", " "), Field.Store.NO));
        return document;
    }

    /**
     * The places that fit, the best first.
     *
     * @param query as typed; without a word in it, nothing is found
     * @param most at most so many, at least 1
     */
    public List<Found> find(String query, int most) {
        try {
            List<String> words = words(query.length() > LONGEST_QUERY ? query.substring(0, LONGEST_QUERY) : query);
            if (words.isEmpty()) {
                return List.of();
            }
            boolean unfinished = Character.isLetterOrDigit(query.charAt(query.length() - 1));
            Query exact = all(words, unfinished, false);
            TopDocs top = searcher.search(exact, most);
            if (top.scoreDocs.length == 0) {
                exact = all(words, unfinished, true);
                top = searcher.search(exact, most);
            }
            return found(exact, top);
        } catch (IOException e) {
            throw new UncheckedIOException("the index lies in memory and cannot fail to be read", e);
        }
    }

    private List<String> words(String query) throws IOException {
        var words = new ArrayList<String>();
        try (TokenStream tokens = analyzer.tokenStream(TEXT, query)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (words.size() < MOST_WORDS && tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        }
        return words;
    }

    private static Query all(List<String> words, boolean unfinished, boolean misspelt) {
        var all = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            all.add(word(words.get(i), unfinished && i == words.size() - 1, misspelt), Occur.MUST);
        }
        return all.build();
    }

    private static Query word(String word, boolean unfinished, boolean misspelt) {
        var ways = new ArrayList<Query>();
        for (String field : List.of(TITLE, TEXT, FORMULAS)) {
            float boost = field.equals(TITLE) ? TITLE_BOOST : 1;
            var term = new Term(field, word);
            ways.add(new BoostQuery(new TermQuery(term), boost));
            if (unfinished && word.length() > 1) {
                ways.add(new BoostQuery(new PrefixQuery(term), boost * UNFINISHED_BOOST));
            }
            if (misspelt && word.length() >= SHORT_WORD) {
                ways.add(new BoostQuery(
                        new FuzzyQuery(term, word.length() >= LONG_WORD ? 2 : 1, 1), boost * UNFINISHED_BOOST));
            }
        }
        return new DisjunctionMaxQuery(ways, 0.1f);
    }

    private List<Found> found(Query query, TopDocs top) throws IOException {
        String[] titles = highlighter(TITLE, true).highlight(TITLE, query, top, 1);
        String[] snippets = highlighter(TEXT, false).highlight(TEXT, query, top, 1);
        var stored = searcher.storedFields();
        var found = new ArrayList<Found>();
        for (int i = 0; i < top.scoreDocs.length; i++) {
            Document document = stored.document(top.scoreDocs[i].doc);
            found.add(new Found(
                    new LessonId(document.get("lesson")),
                    PageKind.find(document.get("page")).orElseThrow(),
                    Found.Kind.valueOf(document.get("kind")),
                    document.get("section"),
                    titles[i] == null ? "" : titles[i],
                    snippets[i] == null ? "" : snippets[i]));
        }
        return List.copyOf(found);
    }

    private UnifiedHighlighter highlighter(String field, boolean whole) {
        return UnifiedHighlighter.builder(searcher, analyzer)
                .withFieldMatcher(field::equals)
                .withBreakIterator(() -> whole
                        ? new WholeBreakIterator()
                        : LengthGoalBreakIterator.createClosestToLength(
                                BreakIterator.getSentenceInstance(Locale.ENGLISH), SNIPPET, BEFORE_THE_MATCH))
                .withFormatter(new Marked(whole))
                .build();
    }
}
