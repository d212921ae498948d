package dev.surprisal.content;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.LaTeXCommand;
import org.jbibtex.LaTeXGroup;
import org.jbibtex.LaTeXObject;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.LiteralValue;
import org.jbibtex.ObjectResolutionException;
import org.jbibtex.ParseException;
import org.jbibtex.Token;
import org.jbibtex.TokenMgrException;
import org.jbibtex.Value;

/** Reads {@code references.bib}: BibTeX without its macros. Fields that a list of works has no place for are passed over. */
final class BibliographyReader {

    private static final int LONGEST = 128 * 1024;
    private static final int LONGEST_VALUE = 2000;
    private static final int MOST_BRACES = 20;

    /** Each is one more level for the library, which calls itself for it. */
    private static final int MOST_SIGNS = 100;

    private static final Pattern START =
            Pattern.compile("^[ \t]*+@([a-zA-Z]++)\\s*+[{(]\\s*+([^\\s,{}()\"#%=]++)", Pattern.MULTILINE);
    /** An entry without its key: the library would take the name of a field for it. */
    private static final Pattern KEYLESS =
            Pattern.compile("^[ \t]*+@([a-zA-Z]++)\\s*+[{(]\\s*+(?:[a-zA-Z]++\\s*+=|,|[})])", Pattern.MULTILINE);

    /** What a kind of entry means to BibTeX; to a list of works they are all the same. */
    private static final List<String> KINDS = List.of(
            "article",
            "book",
            "booklet",
            "inbook",
            "incollection",
            "inproceedings",
            "manual",
            "mastersthesis",
            "misc",
            "online",
            "phdthesis",
            "proceedings",
            "techreport",
            "unpublished");

    private static final List<String> NO_WORKS = List.of("comment", "preamble", "string");

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._-]*+");
    /** What the library prints as it should. */
    private static final Set<String> COMMANDS = Set.of(
            "\"", "'", "`", "~", "v", "aa", "AA", "ae", "AE", "o", "O", "ss", "&", "%", "_", "$", "#", "{", "}", "emph",
            "textit", "textbf");

    /** A tilde is a space, behind a backslash an accent. */
    private static final Pattern UNBROKEN = Pattern.compile("(?<!\\\\)~");

    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*+");

    private static final Pattern LEXICAL = Pattern.compile("line (\\d+), column (\\d+)");

    private final SourceFile file;
    private final Map<String, Integer> offsets = new HashMap<>();

    private BibliographyReader(SourceFile file) {
        this.file = file;
    }

    static Bibliography read(SourceFile file) {
        return new BibliographyReader(file).read();
    }

    private Bibliography read() {
        if (!isBounded()) {
            return Bibliography.UNKNOWN;
        }
        if (isKeyless()) {
            return Bibliography.UNKNOWN;
        }
        boolean complete = findKeys();
        // The library counts a tab as up to eight columns
        String text = file.text().replace('\t', ' ');
        try {
            var works = new ArrayList<Bibliography.Work>();
            Map<String, Integer> labels = new HashMap<>();
            for (BibTeXEntry entry :
                    new Lenient().parse(new StringReader(text)).getEntries().values()) {
                Optional<Bibliography.Work> work = work(entry, labels);
                complete &= work.isPresent();
                work.ifPresent(works::add);
            }
            return Bibliography.of(works, complete);
        } catch (ParseException wrong) {
            if (wrong.currentToken == null) { // The library stopped inside a value, and does not say where
                file.report(
                        Rule.BIBLIOGRAPHY,
                        unpairedQuote(),
                        "this text does not end; it needs a closing quotation mark");
                return Bibliography.UNKNOWN;
            }
            Token token = wrong.currentToken.next == null ? wrong.currentToken : wrong.currentToken.next;
            if (isField(token)) {
                file.report(
                        Rule.BIBLIOGRAPHY,
                        offset(wrong.currentToken.endLine, wrong.currentToken.endColumn) + 1,
                        "a comma is missing here, before " + SourceFile.shortened(token.image));
                return Bibliography.UNKNOWN;
            }
            file.report(
                    Rule.BIBLIOGRAPHY,
                    offset(token.beginLine, token.beginColumn),
                    token.image == null || token.image.isEmpty()
                            ? "this entry does not end"
                            : "this is not understood: " + SourceFile.shortened(token.image)
                                    + "; an entry is written @book{key, title = {…}, year = {…}}");
        } catch (TokenMgrException wrong) {
            var place = LEXICAL.matcher(String.valueOf(wrong.getMessage()));
            int offset = place.find() ? offset(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))) : 0;
            file.report(Rule.BIBLIOGRAPHY, offset, "this character is not understood here");
        } catch (ObjectResolutionException wrong) {
            throw new IllegalStateException("nothing is resolved", wrong);
        }
        return Bibliography.UNKNOWN;
    }

    /** Whether a token that came unexpectedly is the name of the next field. */
    private boolean isField(Token token) {
        int end = offset(token.endLine, token.endColumn) + 1;
        return token.image != null
                && FIELD_NAME.matcher(token.image).matches()
                && file.text()
                        .substring(Math.min(end, file.text().length()))
                        .stripLeading()
                        .startsWith("=");
    }

    /** The first quotation mark without another one on its line, else the beginning. */
    private int unpairedQuote() {
        int open = -1;
        for (int i = 0; i < file.text().length(); i++) {
            char c = file.text().charAt(i);
            if (c == '"') {
                open = open < 0 ? i : -1;
            } else if (c == '\n' && open >= 0) {
                return open;
            }
        }
        return Math.max(open, 0);
    }

    /** Says nothing about macros and cross-references, of which nothing is used. */
    private static final class Lenient extends BibTeXParser {

        Lenient() throws ParseException {}

        @Override
        public void checkStringResolution(Key key, BibTeXString string) {}

        @Override
        public void checkCrossReferenceResolution(Key key, BibTeXEntry entry) {}
    }

    /** Before the library sees it: what it would take seconds for, or more stack than there is. */
    private boolean isBounded() {
        String text = file.text();
        if (text.length() > LONGEST) {
            file.report(Rule.TOO_MUCH, LONGEST, "the list of works has at most " + LONGEST + " characters");
            return false;
        }
        int depth = 0;
        int signs = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            signs += c == '#' ? 1 : 0;
            if (depth > MOST_BRACES) {
                file.report(Rule.TOO_MUCH, i, "these braces are nested too deeply, or one before is not closed");
                return false;
            }
            if (signs > MOST_SIGNS) {
                file.report(Rule.TOO_MUCH, i, "there are at most " + MOST_SIGNS + " of these signs");
                return false;
            }
        }
        return true;
    }

    /** Where each entry has its key, which the library does not tell; whether all keys are good and different. */
    private boolean findKeys() {
        boolean good = true;
        var starts = START.matcher(file.text());
        while (starts.find()) {
            String kind = starts.group(1).toLowerCase(Locale.ROOT);
            String key = starts.group(2);
            int offset = starts.start(2);
            if (!isWork(kind)) {
                continue;
            }
            if (!KINDS.contains(kind)) {
                file.reportUnknown(Rule.BIBLIOGRAPHY, starts.start(1), "kind of entry", kind, KINDS);
                good = false;
            }
            Integer other = offsets.putIfAbsent(key, offset);
            if (other != null) {
                file.report(
                        Rule.DUPLICATE_ID,
                        offset,
                        "the key " + SourceFile.shortened(key) + " is taken in line "
                                + file.position(other).line());
                good = false;
            }
        }
        return good;
    }

    private boolean isKeyless() {
        boolean found = false;
        var keyless = KEYLESS.matcher(file.text());
        while (keyless.find()) {
            if (isWork(keyless.group(1))) {
                file.report(
                        Rule.BIBLIOGRAPHY,
                        keyless.start(1) - 1,
                        "this entry has no key to be cited by: @" + keyless.group(1) + "{somebody2006, …");
                found = true;
            }
        }
        return found;
    }

    private static boolean isWork(String kind) {
        return !NO_WORKS.contains(kind.toLowerCase(Locale.ROOT));
    }

    private Optional<Bibliography.Work> work(BibTeXEntry entry, Map<String, Integer> labels) {
        String key = entry.getKey().getValue();
        int offset = offsets.getOrDefault(key, 0);
        if (!KEY.matcher(key).matches()) {
            file.report(
                    Rule.ID_FORM,
                    offset,
                    "a key consists of letters, digits and the signs : . _ -, got '" + SourceFile.shortened(key) + "'");
            return Optional.empty();
        }
        var fields = new Fields(entry, offset);
        String names = fields.raw("author").or(() -> fields.raw("editor")).orElse("");
        People people = People.of(names);
        boolean authors = fields.has("author");
        String title = fields.needed("title");
        String year = fields.needed("year");
        if (people.persons().isEmpty()) {
            file.report(Rule.BIBLIOGRAPHY, offset, key + " needs an author or editor: author = {Family, Given and …}");
        }
        if (people.persons().isEmpty() || title.isEmpty() || year.isEmpty()) {
            return Optional.empty();
        }
        String label = fields.plain(people.label(), "author") + " " + year;
        // A second work of the same people and year is told from the first by a letter
        int same = labels.merge(label, 1, Integer::sum) - 1;
        String letter = same == 0 || same > 25 ? "" : String.valueOf((char) ('a' + same));
        var out = new HtmlWriter()
                .text(fields.plain(people.full(), "author")
                        + (authors ? "" : people.persons().size() > 1 ? " (eds.)" : " (ed.)"))
                .text(" (" + year + letter + "). ");
        write(fields, title, out);
        return fields.good ? Optional.of(new Bibliography.Work(key, label + letter, out.toString())) : Optional.empty();
    }

    private static void write(Fields fields, String title, HtmlWriter out) {
        Optional<String> container = fields.text("journal").or(() -> fields.text("booktitle"));
        if (container.isPresent()) {
            out.text("“" + title + ".” ").open("cite").text(container.get()).close("cite");
            fields.text("volume").ifPresent(volume -> out.text(" " + volume));
            fields.text("number").ifPresent(number -> out.text("(" + number + ")"));
            fields.text("pages").ifPresent(pages -> out.text(", " + pages));
        } else {
            out.open("cite").text(title).close("cite");
            fields.text("edition").ifPresent(edition -> out.text(", " + ordinal(edition) + " edition"));
        }
        out.text(".");
        for (String field : List.of("publisher", "school", "institution", "howpublished", "note")) {
            fields.text(field).ifPresent(text -> out.text(" " + text + (text.endsWith(".") ? "" : ".")));
        }
        fields.text("doi")
                .map(doi -> "https://doi.org/" + doi)
                .or(() -> fields.text("url"))
                .ifPresent(address -> {
                    if (Addresses.isOutward(address)) {
                        out.text(" ").open("a", "href", address).text(address).close("a");
                    } else {
                        fields.fault(
                                Rule.LINK,
                                "the address of " + fields.key() + " starts with https:// or http://, got '"
                                        + SourceFile.shortened(address) + "'");
                    }
                });
    }

    private static String ordinal(String edition) {
        if (!edition.chars().allMatch(c -> c >= '0' && c <= '9') || edition.length() > 3) {
            return edition.toLowerCase(Locale.ROOT);
        }
        boolean teen = edition.length() > 1 && edition.charAt(edition.length() - 2) == '1';
        return edition
                + switch (teen ? '0' : edition.charAt(edition.length() - 1)) {
                    case '1' -> "st";
                    case '2' -> "nd";
                    case '3' -> "rd";
                    default -> "th";
                };
    }

    private int offset(int line, int column) {
        int start = file.lineStart(line - 1);
        return Math.min(start + column - 1, file.text().length());
    }

    /** The fields of an entry as plain text. */
    private final class Fields {

        private final BibTeXEntry entry;
        private final int offset;
        private boolean good = true;

        Fields(BibTeXEntry entry, int offset) {
            this.entry = entry;
            this.offset = offset;
        }

        String key() {
            return entry.getKey().getValue();
        }

        void fault(Rule rule, String message) {
            file.report(rule, offset, message);
            good = false;
        }

        boolean has(String name) {
            return entry.getField(new Key(name)) != null;
        }

        /** What the braces or quotes hold, with its LaTeX. */
        Optional<String> raw(String name) {
            Value value = entry.getField(new Key(name));
            if (value == null) {
                return Optional.empty();
            }
            if (!(value instanceof LiteralValue)) {
                fault(
                        Rule.BIBLIOGRAPHY,
                        name + " of " + key() + " must be a text in braces; macros and # are not available");
                return Optional.empty();
            }
            String text = value.toUserString().strip();
            if (text.length() > LONGEST_VALUE) {
                fault(Rule.TOO_MUCH, name + " of " + key() + " has at most " + LONGEST_VALUE + " characters");
                return Optional.empty();
            }
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }

        Optional<String> text(String name) {
            boolean address = name.equals("url") || name.equals("doi");
            return raw(name).map(text -> address ? text : plain(text, name));
        }

        String needed(String name) {
            var text = text(name);
            if (text.isEmpty() && good) {
                fault(Rule.BIBLIOGRAPHY, key() + " needs a " + name);
            }
            return text.orElse("");
        }

        /** The text without its LaTeX. */
        String plain(String latex, String name) {
            String prepared = UNBROKEN.matcher(latex).replaceAll("\u00A0").replaceAll("\\s+", " ");
            try {
                List<LaTeXObject> parsed = new LaTeXParser().parse(prepared);
                Optional<String> unknown = findUnknown(parsed);
                if (unknown.isEmpty()) {
                    return new LaTeXPrinter()
                            .print(parsed)
                            .replace("---", "—")
                            .replace("--", "–")
                            .replace("``", "“")
                            .replace("''", "”");
                }
                fault(
                        Rule.BIBLIOGRAPHY,
                        name + " of " + key() + " has the command \\" + SourceFile.shortened(unknown.get())
                                + ", which is not available here; a letter can be written itself, the file is UTF-8");
            } catch (ParseException | TokenMgrException _) {
                fault(
                        Rule.BIBLIOGRAPHY,
                        name + " of " + key() + " has LaTeX that is not available here: "
                                + SourceFile.shortened(latex));
            }
            return "";
        }

        /** The library leaves out what it does not know, and with it letters of a name. */
        private Optional<String> findUnknown(List<LaTeXObject> objects) {
            return objects.stream()
                    .flatMap(object -> switch (object) {
                        case LaTeXCommand command
                        when !COMMANDS.contains(command.getName()) -> Stream.of(command.getName());
                        case LaTeXGroup group -> findUnknown(group.getObjects()).stream();
                        default -> Stream.<String>empty();
                    })
                    .findFirst();
        }
    }
}
