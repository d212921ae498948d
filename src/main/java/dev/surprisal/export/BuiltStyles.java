package dev.surprisal.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The style sheets and faces of the built front end, and the few lines that static pages add. */
public final class BuiltStyles {

    private static final String ROOT = "/META-INF/VAADIN/webapp/";
    private static final Pattern SHEET =
            Pattern.compile("<link[^>]*rel=\"stylesheet\"[^>]*href=\"(?:\\./|/)?([^\"]+\\.css)\"");
    private static final Pattern ADDRESS = Pattern.compile("url\\([\"']?(?:\\./)?([^)\"':]+?)[\"']?\\)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+\\.(?:woff2|woff|ttf|svg)");
    private static final String OWN = "zz-static.css";

    private BuiltStyles() {}

    /**
     * Reads them.
     *
     * @throws IOException when the front end is not built
     */
    public static StaticCourse.Styles load() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Matcher sheet = SHEET.matcher(new String(read(ROOT + "index.html"), StandardCharsets.UTF_8));
        while (sheet.find()) {
            String address = sheet.group(1);
            String folder = ROOT + address.substring(0, address.lastIndexOf('/') + 1);
            String style = new String(read(ROOT + address), StandardCharsets.UTF_8);
            for (Matcher url = ADDRESS.matcher(style); url.find(); ) {
                String name = url.group(1).substring(url.group(1).lastIndexOf('/') + 1);
                if (NAME.matcher(name).matches()) {
                    files.put(name, read(folder + name));
                }
            }
            String beside = ADDRESS.matcher(style)
                    .replaceAll(url -> Matcher.quoteReplacement(
                            "url(" + url.group(1).substring(url.group(1).lastIndexOf('/') + 1) + ")"));
            files.put(address.substring(address.lastIndexOf('/') + 1), beside.getBytes(StandardCharsets.UTF_8));
        }
        files.put(OWN, read("/dev/surprisal/export/static.css"));
        return new StaticCourse.Styles(files);
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = BuiltStyles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the front end is not built: " + name + " is missing; run ./course build");
            }
            return in.readAllBytes();
        }
    }
}
