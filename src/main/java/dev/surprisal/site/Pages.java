package dev.surprisal.site;

import dev.surprisal.content.Block;
import dev.surprisal.content.Block.WidgetBlock;
import dev.surprisal.content.Course;
import dev.surprisal.content.CourseModule;
import dev.surprisal.content.GlossaryTerm;
import dev.surprisal.content.Heading;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.Page;
import dev.surprisal.content.PageKind;
import dev.surprisal.content.WidgetId;
import dev.surprisal.hosting.SecurityHeadersFilter;
import dev.surprisal.hosting.Settings;
import dev.surprisal.learner.Event.StartedAgain;
import dev.surprisal.learner.Forecast;
import dev.surprisal.learner.Place;
import dev.surprisal.learner.Progress;
import dev.surprisal.learner.Timed;
import dev.surprisal.site.Status.Mark;
import dev.surprisal.widget.Catalogue;
import dev.surprisal.widget.WidgetMarkup;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Writes whole pages: readable as they arrive, with the learner's progress in them, before any script has run. */
@Component
class Pages {
    /** What there is to play with on the home page, the best first. */
    private static final List<String> DEMOS = List.of("kl-fit", "kl-discrete");

    /** The licence whose terms we can put into words. */
    private static final String ATTRIBUTION = "CC BY 4.0";

    private static final String WITHOUT_RECORD = Pages.class.getName() + ".without-record";

    private static final List<String> THEMES = List.of("system", "light", "dark");

    private final CurrentCourse current;
    private final Settings settings;
    private final Tags tags;
    private final Clock clock;
    private final FrontendBundle bundle;
    private final Finding finding;
    private final DueCount dueCount;
    private final AuthorTasks authorTasks;

    Pages(
            CurrentCourse current,
            Settings settings,
            Finding finding,
            Tags tags,
            DueCount dueCount,
            AuthorTasks authorTasks,
            Clock clock) {
        this.current = current;
        this.settings = settings;
        this.finding = finding;
        this.tags = tags;
        this.dueCount = dueCount;
        this.authorTasks = authorTasks;
        this.clock = clock;
        this.bundle = FrontendBundle.load();
    }

    String home(HttpServletRequest request, Progress progress, List<Place> places, Openings openings) {
        Sight sight = current.sight(request);
        Course course = sight.course();
        String root = root(request);
        Optional<WayIn> wayIn = places.stream()
                .flatMap(place -> sight
                        .find(place.lesson())
                        .flatMap(lesson -> resumed(root, lesson, place, "Continue “" + lesson.title() + "”"))
                        .stream())
                .findFirst()
                .or(() -> course.lessons().stream()
                        .findFirst()
                        .map(lesson -> new WayIn(
                                root + PageKind.OVERVIEW.address(lesson.id()),
                                "Start with “" + lesson.title() + "”",
                                "")));
        List<HomeModule> modules = course.modules().stream()
                .map(module -> new HomeModule(
                        module.title(),
                        module.lessons().stream()
                                .map(lesson -> new HomeLesson(
                                        root + PageKind.OVERVIEW.address(lesson.id()),
                                        lesson.title(),
                                        lesson.summaryHtml(),
                                        facts(lesson, PageKind.OVERVIEW),
                                        Marks.of(lesson, progress)))
                                .toList()))
                .toList();
        String body = Templates.render(
                "home",
                new Home(
                        live(request, "home"),
                        course.title(),
                        course.description(),
                        wayIn.orElse(null),
                        demo(openings),
                        modules));
        return page(request, "", course.title(), course.description(), body);
    }

    private static String demo(Openings openings) {
        return DEMOS.stream()
                .filter(kind -> Catalogue.find(kind).isPresent())
                .findFirst()
                .map(kind -> new WidgetBlock(new WidgetId("demo"), kind, Catalogue.start(kind), ""))
                .map(demo -> WidgetMarkup.element(demo.id().value(), demo.kind(), openings.of(demo), demo.bodyHtml()))
                .orElse("");
    }

    /**
     * The page of one's own progress.
     *
     * @param again what was started again lately and can be taken back; null where there is nothing
     * @param late whether something was to be taken back that no longer can be
     */
    String progress(
            HttpServletRequest request,
            Progress progress,
            List<Place> places,
            List<Timed> events,
            @Nullable StartedAgain again,
            boolean late,
            boolean busy) {
        String root = root(request);
        Sight sight = current.sight(request);
        LearnerRecord record = LearnerRecord.of(root, sight.course().modules(), progress, events, sight.edition());
        WayIn wayIn = places.stream()
                .flatMap(place -> resumed(root, sight, place).stream())
                .findFirst()
                .orElse(null);
        return page(
                request,
                record.title() + " · " + sight.course().title(),
                "What you have read and answered in this course.",
                Templates.render(
                        "progress",
                        new ProgressPage(
                                root,
                                record,
                                wayIn,
                                dueWords(dueCount.queue(request)),
                                UUID.randomUUID().toString(),
                                again == null ? null : undo(sight, again),
                                late,
                                busy,
                                sight.course().asksConfidence())));
    }

    /** What a review would ask now; nothing where there is nothing. */
    private static String dueWords(ReviewQueue queue) {
        String cards = queue.fresh() == 1 ? "one new card to learn" : queue.fresh() + " new cards to learn";
        if (queue.owed() == 0) {
            return queue.fresh() == 0 ? "" : cards.substring(0, 1).toUpperCase(Locale.ROOT) + cards.substring(1);
        }
        return queue.owed() + " to review now" + (queue.fresh() == 0 ? "" : ", and " + cards);
    }

    /** How sure somebody was and what came of it. */
    String confidence(HttpServletRequest request, List<Timed> events) {
        Sight sight = current.sight(request);
        return of(
                request,
                "How sure you were",
                "Your own cross-entropy, and how well you know what you know.",
                "confidence",
                ConfidencePage.of(root(request), sight.course(), Forecast.of(events, sight.edition())));
    }

    private static Undo undo(Sight sight, StartedAgain again) {
        String what = sight.find(again.lesson())
                .map(lesson -> "“" + lesson.title() + "”")
                .orElse("Everything");
        return new Undo(what, again.id());
    }

    /** What is asked again now. */
    String review(HttpServletRequest request, ReviewSession.Step step) {
        return page(
                request,
                "Review · " + current.sight(request).course().title(),
                "Flashcards and questions that you missed, when it is time to ask them again.",
                Templates.render("review", new ReviewPage(step.html(), ReviewQueue.NEW_A_DAY)));
    }

    private static Optional<WayIn> resumed(String root, Sight sight, Place place) {
        return sight.find(place.lesson())
                .flatMap(lesson -> resumed(root, lesson, place, "Continue “" + lesson.title() + "”"));
    }

    /** The link to where a learner has left off, if that is still there. */
    private static Optional<WayIn> resumed(String root, Lesson lesson, Place place, String title) {
        return PageKind.find(place.page())
                .flatMap(kind -> lesson.find(kind).map(page -> {
                    String address = root + kind.address(lesson.id());
                    return page.headings().stream()
                            .filter(heading -> heading.id().equals(place.section()))
                            .findFirst()
                            .map(heading -> new WayIn(
                                    address + "#" + heading.id(), title, "You were at “" + heading.html() + "”."))
                            .orElseGet(() -> new WayIn(address, title, ""));
                }));
    }

    String lesson(
            HttpServletRequest request,
            Lesson lesson,
            PageKind kind,
            Progress progress,
            List<Place> places,
            Openings openings) {
        String root = root(request);
        Course course = current.sight(request).course();
        Page page = lesson.find(kind).orElseThrow();
        boolean overview = kind == PageKind.OVERVIEW;
        boolean companion = !overview && kind != PageKind.LESSON;
        WayIn wayIn = overview ? wayIn(root, lesson, places) : null;
        List<Link> needs = overview
                ? lesson.requires().stream()
                        .flatMap(id -> course.find(id).stream())
                        .map(needed -> new Link(root + PageKind.OVERVIEW.address(needed.id()), needed.title()))
                        .toList()
                : List.of();
        List<String> facts = facts(lesson, kind);
        List<String> outcomes = overview ? lesson.outcomesHtml() : List.of();
        LessonPage model = new LessonPage(
                root,
                live(request, Fingerprints.page(lesson.id(), kind)),
                contents(root, course, lesson, kind, progress),
                !page.headings().isEmpty(),
                sections(page.headings()),
                "lesson/" + lesson.id() + "/" + kind.word(),
                moduleOf(course, lesson),
                companion ? new Link(root + PageKind.OVERVIEW.address(lesson.id()), lesson.title()) : null,
                companion ? kind.title() : lesson.title(),
                overview ? lesson.summaryHtml() : "",
                facts.isEmpty() ? null : new Items<>(facts),
                wayIn,
                AuthorProblems.find(current.sight(request), lesson).orElse(null),
                blocks(current.sight(request), page, progress, openings),
                outcomes.isEmpty() ? null : new Items<>(outcomes),
                needs.isEmpty() ? null : new Items<>(needs),
                cited(course, lesson, kind),
                turns(root, course, lesson, kind));
        String title =
                overview ? lesson.title() : lesson.title() + ", " + kind.title().toLowerCase(Locale.ROOT);
        return page(
                request,
                kind.address(lesson.id()),
                title + " · " + course.title(),
                plain(lesson.summaryHtml()),
                Templates.render("lesson", model));
    }

    private PageCitation cited(Course course, Lesson lesson, PageKind kind) {
        return PageCitation.of(
                course,
                lesson,
                kind,
                settings.address(kind.address(lesson.id())).orElse(""),
                LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    }

    /** A page about the course itself. */
    String about(HttpServletRequest request, AboutPage page) {
        Course course = current.sight(request).course();
        About about = new About(
                root(request),
                course.title(),
                course.authors(),
                course.licence(),
                course.licence().equals(ATTRIBUTION),
                cookiePrefix(request));
        return page(
                request,
                page.path(),
                page.title() + " · " + course.title(),
                page.description(),
                Templates.render(page.path(), about));
    }

    private static String cookiePrefix(HttpServletRequest request) {
        return LearnerCookie.name(request).replace(LearnerCookie.NAME, "");
    }

    private Live live(HttpServletRequest request, String page) {
        Sight sight = current.sight(request);
        return new Live(page, sight.edition().fingerprints().of(page, sight.author()));
    }

    private static WayIn wayIn(String root, Lesson lesson, List<Place> places) {
        return places.stream()
                .filter(place -> place.lesson().equals(lesson.id().value()))
                .filter(place -> !place.page().equals(PageKind.OVERVIEW.word()))
                .findFirst()
                .flatMap(place -> resumed(root, lesson, place, "Continue the lesson"))
                .orElseGet(() -> new WayIn(root + PageKind.LESSON.address(lesson.id()), "Start the lesson", ""));
    }

    /** What authors have to do: every lesson with its problems. */
    String author(HttpServletRequest request) {
        return page(
                request,
                "For authors · " + current.sight(request).course().title(),
                "The lessons of this course and their problems.",
                Templates.render(
                        "author",
                        AuthorReport.of(
                                root(request),
                                live(request, "author"),
                                current.sight(request).edition(),
                                authorTasks)));
    }

    /** A page of a template, without an address of its own. */
    String of(HttpServletRequest request, String title, String description, String template, Object model) {
        return page(
                request,
                title + " · " + current.sight(request).course().title(),
                description,
                Templates.render(template, model));
    }

    /**
     * Where authors sign in.
     *
     * @param complaint why it did not work, possibly nothing
     */
    String signIn(HttpServletRequest request, String complaint) {
        return page(
                request,
                "For authors · " + current.sight(request).course().title(),
                "Where the authors of this course sign in.",
                Templates.render("sign-in", new SignIn(root(request), complaint)));
    }

    /** The places that have the words of a query in them; without one, the page to ask from. */
    String search(HttpServletRequest request, String query) {
        // Drafts are not searched, whoever asks: one index serves all
        Course course = current.course();
        Finding.Results results = finding.find(course, root(request), query);
        String title = results.asked() ? "“" + results.query() + "”" : "Search";
        return page(
                request,
                title + " · " + course.title(),
                "Search in lessons, formulas and questions.",
                Templates.render("search", results));
    }

    String glossary(HttpServletRequest request) {
        Course course = current.sight(request).course();
        GlossaryPage model = new GlossaryPage(course.glossary().stream()
                .map(term -> entry(root(request), course, term))
                .toList());
        return page(
                request,
                "Glossary · " + course.title(),
                "The terms of the course, each with the places where it is used.",
                Templates.render("glossary", model));
    }

    private static Entry entry(String root, Course course, GlossaryTerm term) {
        Optional<Lesson> introduced = Optional.ofNullable(term.lesson()).flatMap(course::find);
        List<Link> uses = term.uses().stream()
                .flatMap(use -> course.find(use.lesson()).flatMap(lesson -> use(root, lesson, use)).stream())
                .toList();
        return new Entry(
                term.id(),
                term.term(),
                term.abbreviation(),
                term.definitionHtml(),
                introduced
                        .map(lesson -> link(root, lesson, PageKind.OVERVIEW, lesson.title()))
                        .orElse(null),
                uses.isEmpty() ? null : new Items<>(uses));
    }

    private static Optional<Link> use(String root, Lesson lesson, GlossaryTerm.Use use) {
        return lesson.find(use.page()).map(page -> {
            Optional<Heading> section = page.headings().stream()
                    .filter(heading -> heading.id().equals(use.section()))
                    .findFirst();
            String address = root + use.page().address(lesson.id());
            String kind = use.page() == PageKind.LESSON ? "" : use.page().title() + " · ";
            return section.map(heading -> new Link(address + "#" + heading.id(), kind + heading.text()))
                    .orElseGet(() -> new Link(
                            address,
                            use.page() == PageKind.OVERVIEW
                                    ? lesson.title()
                                    : use.page().title()));
        });
    }

    String notFound(HttpServletRequest request) {
        Notice notice = new Notice(
                root(request),
                "Not found",
                "There is no page at this address",
                "It may have moved, or the link was cut short.",
                "");
        return page(request, notice.title(), notice.text(), Templates.render("notice", notice));
    }

    /** For what went wrong on our side; the log has the cause under the reference. */
    String failure(HttpServletRequest request, String reference) {
        DueCount.leaveOut(request);
        Notice notice = new Notice(
                root(request),
                "Our mistake",
                "Something went wrong here",
                "Nothing that you had answered is lost. Please try again in a moment.",
                reference);
        return page(request, notice.title(), notice.text(), Templates.render("notice", notice));
    }

    /** In place of a page that is nothing but what the database has of its reader. */
    String unreachable(HttpServletRequest request) {
        Notice notice = new Notice(
                root(request),
                "One moment",
                "What you have done cannot be shown just now",
                "Nothing of it is lost. Please load the page again in a moment; the lessons can be read meanwhile.",
                "");
        return page(request, notice.title(), notice.text(), Templates.render("notice", notice));
    }

    /** In place of a deed that could not be kept. */
    String undone(HttpServletRequest request) {
        Notice notice = new Notice(
                root(request),
                "One moment",
                "That could not be done just now",
                "Nothing that you have answered is lost. Please go back and try again in a moment.",
                "");
        return page(request, notice.title(), notice.text(), Templates.render("notice", notice));
    }

    /** What is written for this request knows nothing of its reader, since nobody could be asked. */
    static void sayThatTheRecordIsMissing(HttpServletRequest request) {
        request.setAttribute(WITHOUT_RECORD, true);
    }

    /** For whom there is no room just now, or who has sent too much. */
    String turnedAway(HttpServletRequest request, HttpStatus status) {
        DueCount.leaveOut(request);
        Notice notice = status == HttpStatus.CONTENT_TOO_LARGE
                ? new Notice(
                        root(request),
                        "Too much",
                        "That was too much at once",
                        "No page of this course sends so much.",
                        "")
                : new Notice(
                        root(request),
                        "One moment",
                        "Too many requests came from your network",
                        "Please wait a minute and load the page again. Nothing that you had answered is lost.",
                        "");
        return page(request, notice.title(), notice.text(), Templates.render("notice", notice));
    }

    /** For a request that the address does not take. */
    String refused(HttpServletRequest request) {
        Notice notice =
                new Notice(root(request), "Not possible", "This address cannot do that", "It only shows a page.", "");
        return page(request, notice.title(), notice.text(), Templates.render("notice", notice));
    }

    /** For a request that cannot be read. */
    String unreadable() {
        return bare(new Notice(
                settings.contextPath() + "/",
                "Not possible",
                "This address cannot be read",
                "There is something in it that no address of ours has. The link may have been cut short.",
                ""));
    }

    /** For an address outside of the path below which the course is. */
    String elsewhere() {
        return bare(new Notice(
                settings.contextPath() + "/",
                "Not found",
                "There is no page at this address",
                "The course is elsewhere on this server.",
                ""));
    }

    /** For a request that never came as far as an address: no scripts, no theme, nothing that needs to know more. */
    private String bare(Notice notice) {
        Course course = current.course();
        return Templates.render(
                "page",
                new Frame(
                        notice.root(),
                        "",
                        notice.title(),
                        notice.text(),
                        "",
                        "",
                        "",
                        bundle.styles(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        0,
                        null,
                        false,
                        Templates.render("notice", notice),
                        course.title(),
                        course.licence()));
    }

    /** A page that search engines and links have no use for. */
    private String page(HttpServletRequest request, String title, String description, String body) {
        return page(request, null, title, description, body);
    }

    /**
     * @param path of the page below the application's root; none for what has no address of its own
     */
    private String page(
            HttpServletRequest request, @Nullable String path, String title, String description, String body) {
        Sight sight = current.sight(request);
        Course course = sight.course();
        String theme =
                LearnerCookie.cookie(request, "theme").filter(THEMES::contains).orElse("system");
        List<Theme> themes = List.of(
                new Theme("system", "Auto", theme.equals("system")),
                new Theme("light", "Light", theme.equals("light")),
                new Theme("dark", "Dark", theme.equals("dark")));
        return Templates.render(
                "page",
                new Frame(
                        root(request),
                        theme.equals("system") ? "" : theme,
                        title,
                        description,
                        path == null ? "" : settings.address(path).orElse(""),
                        settings.address("cover.png").orElse(""),
                        SecurityHeadersFilter.nonce(request),
                        bundle.styles(),
                        fonts(body),
                        bundle.preloads(),
                        bundle.scripts(),
                        new Items<>(themes),
                        dueCount.of(request),
                        sight.author() ? AuthorBar.of(sight, authorTasks.reports()) : null,
                        request.getAttribute(WITHOUT_RECORD) != null,
                        body,
                        course.title(),
                        course.licence()));
    }

    /** What is fetched ahead, so that the text seldom has to be set again when its face arrives. */
    private List<String> fonts(String body) {
        List<String> fonts = new ArrayList<>(bundle.textFonts());
        if (body.contains("class=\"katex")) {
            fonts.addAll(bundle.formulaFonts());
        }
        return fonts;
    }

    private static String root(HttpServletRequest request) {
        return request.getContextPath() + "/";
    }

    /** Each behind a mark that names it, so that a page that is open can tell what has changed. */
    private List<String> blocks(Sight sight, Page page, Progress progress, Openings openings) {
        Fingerprints fingerprints = sight.edition().fingerprints();
        List<String> blocks = new ArrayList<>();
        int questions = 0;
        for (Block block : page.blocks(sight.audience())) {
            int number = block instanceof Block.QuestionBlock ? ++questions : 0;
            blocks.add("<!--b:" + mark(fingerprints, block, number) + "-->"
                    + switch (block) {
                        case Block.Html(var html) -> html;
                        case Block.ForInstructors(var html) -> html;
                        case Block.QuestionBlock(var question) ->
                            orNotice(
                                    question.id().value(),
                                    "question",
                                    () -> QuestionMarkup.element(
                                            question, number, progress, tags.asking(sight.edition())));
                        case Block.WidgetBlock widget ->
                            orNotice(
                                    widget.id().value(),
                                    "picture to play with",
                                    () -> WidgetMarkup.element(
                                            widget.id().value(),
                                            widget.kind(),
                                            openings.of(widget),
                                            widget.bodyHtml()));
                    });
        }
        return blocks;
    }

    /** Without a mark, a block counts as changed each time; what fails in it is told where the block stands. */
    private static String mark(Fingerprints fingerprints, Block block, int number) {
        try {
            return fingerprints.of(block, number);
        } catch (RuntimeException e) {
            return "";
        }
    }

    /** A part of a page, or a notice in its place: what fails there takes nothing else away. */
    static String orNotice(String id, String what, Supplier<String> part) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            return Templates.render(
                    "broken", new Broken(id, what, Mishap.of(id, e).reference()));
        }
    }

    private static String contents(String root, Course course, Lesson shown, PageKind kind, Progress progress) {
        List<Branch> branches = course.modules().stream()
                .map(module -> new Branch(
                        module.title(),
                        module.lessons().stream()
                                .map(lesson -> leaf(root, lesson, shown, kind, progress))
                                .toList()))
                .toList();
        return Templates.render("contents", new Tree(branches));
    }

    private static Leaf leaf(String root, Lesson lesson, Lesson shown, PageKind kind, Progress progress) {
        boolean open = lesson.id().equals(shown.id());
        List<Twig> pages = new ArrayList<>();
        if (open) {
            for (PageKind each : lesson.pages().keySet()) {
                pages.add(new Twig(root + each.address(lesson.id()), each.title(), each == kind));
            }
        }
        return new Leaf(
                root + PageKind.OVERVIEW.address(lesson.id()),
                lesson.title(),
                open ? (kind == PageKind.OVERVIEW ? "page" : "true") : "",
                Marks.of(lesson, progress),
                open,
                pages);
    }

    /** Headings of the second level with those of the third beneath them. */
    private static List<Section> sections(List<Heading> headings) {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            if (heading.level() == 2) {
                List<Heading> inner = headings.subList(i + 1, headings.size()).stream()
                        .takeWhile(next -> next.level() > 2)
                        .filter(next -> next.level() == 3)
                        .toList();
                sections.add(new Section(heading.id(), heading.html(), inner.isEmpty() ? null : new Items<>(inner)));
            }
        }
        return sections;
    }

    private static @Nullable Turns turns(String root, Course course, Lesson lesson, PageKind kind) {
        List<Lesson> lessons = course.lessons();
        int place = lessons.indexOf(lesson);
        List<PageKind> kinds = List.copyOf(lesson.pages().keySet());
        int page = kinds.indexOf(kind);
        Link back = null;
        if (page > 0) {
            back = link(root, lesson, kinds.get(page - 1), kinds.get(page - 1).title());
        } else if (place > 0) {
            Lesson before = lessons.get(place - 1);
            back = link(root, before, PageKind.LESSON, before.title());
        }
        Link on = null;
        if (page + 1 < kinds.size()) {
            on = link(root, lesson, kinds.get(page + 1), kinds.get(page + 1).title());
        } else if (place + 1 < lessons.size()) {
            Lesson after = lessons.get(place + 1);
            on = link(root, after, PageKind.OVERVIEW, after.title());
        }
        return back == null && on == null ? null : new Turns(back, on);
    }

    private static Link link(String root, Lesson lesson, PageKind kind, String title) {
        return new Link(root + kind.address(lesson.id()), title);
    }

    private static String moduleOf(Course course, Lesson lesson) {
        return course.modules().stream()
                .filter(module -> module.lessons().contains(lesson))
                .map(CourseModule::title)
                .findFirst()
                .orElse("");
    }

    /** What a page costs in time; the overview says it of the whole lesson. */
    private static List<String> facts(Lesson lesson, PageKind kind) {
        List<String> facts = new ArrayList<>();
        boolean overview = kind == PageKind.OVERVIEW;
        if (overview || kind == PageKind.LESSON) {
            facts.add(lesson.minutes().read() + " min to read");
        }
        if ((overview || kind == PageKind.PRACTICE) && lesson.minutes().practice() > 0) {
            facts.add(lesson.minutes().practice() + " min to practise");
        }
        if (overview || kind == PageKind.LESSON) {
            facts.add(lesson.difficulty().name().toLowerCase(Locale.ROOT));
        }
        return facts;
    }

    /** The text of a sentence in HTML, for the page's description. */
    private static String plain(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }

    private record Frame(
            String root,
            String theme,
            String title,
            String description,
            String address,
            String image,
            String nonce,
            List<String> styles,
            List<String> fonts,
            List<String> preloads,
            List<String> scripts,
            @Nullable Items<Theme> themes,
            int due,
            @Nullable AuthorBar author,
            boolean withoutRecord,
            String body,
            String courseTitle,
            String licence) {}

    private record Theme(String value, String label, boolean checked) {}

    private record Link(String href, String title) {}

    /** A button that leads on, with a note beside it in HTML. */
    private record WayIn(String href, String title, String note) {}

    private record Items<T>(List<T> items) {}

    private record Home(
            Live live,
            String title,
            String description,
            @Nullable WayIn wayIn,
            String demo,
            List<HomeModule> modules) {}

    private record HomeModule(String title, List<HomeLesson> lessons) {}

    private record HomeLesson(String href, String title, String summary, List<String> facts, Mark mark) {}

    private record LessonPage(
            String root,
            Live live,
            String contents,
            boolean hasHeadings,
            List<Section> headings,
            String route,
            String module,
            @Nullable Link up,
            String title,
            String summary,
            @Nullable Items<String> facts,
            @Nullable WayIn wayIn,
            @Nullable AuthorProblems problems,
            List<String> blocks,
            @Nullable Items<String> outcomes,
            @Nullable Items<Link> needs,
            PageCitation citation,
            @Nullable Turns turns) {}

    private record About(
            String root,
            String course,
            List<String> authors,
            String licence,
            boolean attribution,
            String cookiePrefix) {}

    private record ProgressPage(
            String root,
            LearnerRecord record,
            @Nullable WayIn wayIn,
            String due,
            String attempt,
            @Nullable Undo undo,
            boolean late,
            boolean busy,
            boolean sure) {}

    /** What was started again, and by which event. */
    private record Undo(String what, String again) {}

    private record ReviewPage(String html, int most) {}

    private record GlossaryPage(List<Entry> terms) {}

    private record Entry(
            String id,
            String term,
            String abbreviation,
            String definition,
            @Nullable Link lesson,
            @Nullable Items<Link> uses) {}

    private record Broken(String id, String what, String reference) {}

    private record Section(String id, String html, @Nullable Items<Heading> inner) {}

    private record Turns(@Nullable Link back, @Nullable Link on) {}

    /** Under which name a page hears of changes, and what of it has been seen. */
    record Live(String page, String seen) {}

    private record SignIn(String root, String complaint) {}

    private record Notice(String root, String kicker, String title, String text, String reference) {}

    private record Tree(List<Branch> modules) {}

    private record Branch(String title, List<Leaf> lessons) {}

    private record Leaf(String href, String title, String current, Mark mark, boolean open, List<Twig> pages) {}

    private record Twig(String href, String title, boolean current) {}
}
