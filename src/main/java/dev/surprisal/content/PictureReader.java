package dev.surprisal.content;

import dev.surprisal.content.Picture.Form;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a picture's size and refuses what is not a picture alone. A page shows it in an {@code <img>}, where nothing of it can run;
 * but it has an address of its own, and a script in it would be one of ours.
 */
final class PictureReader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}\\.(svg|png)");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int PNG_SIZE = 16;
    private static final int LARGEST_SIDE = 10_000;
    private static final int MOST_NESTING = 100;
    private static final int DIGITS = 16;

    /** They run something, or bring in a language in which something can run. */
    private static final Set<String> REFUSED =
            Set.of("script", "foreignobject", "iframe", "object", "embed", "handler", "listener", "set", "animate");

    private PictureReader() {}

    /** Something that is no picture for a lesson, with a sentence for the author. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        final int line;
        final int column;

        Refused(int line, int column, String message) {
            super(message);
            this.line = line;
            this.column = column;
        }

        private static Refused atStart(String message) {
            return new Refused(1, 1, message);
        }
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** @param name one that {@link #isName} */
    static Picture read(String name, byte[] bytes) throws Refused {
        return name.endsWith(".png") ? png(name, bytes) : svg(name, bytes);
    }

    private static Picture png(String name, byte[] bytes) throws Refused {
        boolean png = bytes.length >= PNG_SIZE + 8 && Arrays.equals(bytes, 0, PNG.length, PNG, 0, PNG.length);
        if (!png) {
            throw Refused.atStart("this is no PNG, whatever its name says");
        }
        ByteBuffer size = ByteBuffer.wrap(bytes, PNG_SIZE, 8);
        return picture(name, Form.PNG, bytes, size.getInt(), size.getInt());
    }

    private static Picture svg(String name, byte[] bytes) throws Refused {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = null;
        try {
            reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes), "UTF-8");
            Optional<double[]> size = Optional.empty();
            boolean root = true;
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (root) {
                            size = size(reader);
                            root = false;
                        }
                        if (++depth > MOST_NESTING) {
                            throw refused(reader, "this is nested too deeply");
                        }
                        check(reader);
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.DTD,
                            XMLStreamConstants.ENTITY_REFERENCE,
                            XMLStreamConstants.PROCESSING_INSTRUCTION ->
                        throw refused(
                                reader, "a picture has no document type, entities or instructions: take this line out");
                    default -> {}
                }
            }
            double[] found = size.orElseThrow(() ->
                    Refused.atStart("an SVG starts with <svg> and says how large it is: viewBox=\"0 0 640 400\""));
            return picture(name, Form.SVG, bytes, (int) Math.ceil(found[0]), (int) Math.ceil(found[1]));
        } catch (XMLStreamException wrong) {
            int line = wrong.getLocation() == null
                    ? 1
                    : Math.max(1, wrong.getLocation().getLineNumber());
            int column = wrong.getLocation() == null
                    ? 1
                    : Math.max(1, wrong.getLocation().getColumnNumber());
            throw new Refused(line, column, "this SVG is not well-formed here");
        } finally {
            close(reader);
        }
    }

    private static void close(@Nullable XMLStreamReader reader) {
        if (reader != null) {
            try {
                reader.close();
            } catch (XMLStreamException ignored) {
                // It reads from memory
            }
        }
    }

    private static void check(XMLStreamReader reader) throws Refused {
        String element = reader.getLocalName().toLowerCase(Locale.ROOT);
        if (REFUSED.contains(element) || element.startsWith("animate")) {
            throw refused(reader, "a picture has no <" + reader.getLocalName() + ">");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            String value = reader.getAttributeValue(i).strip().toLowerCase(Locale.ROOT);
            if (attribute.startsWith("on")) {
                throw refused(reader, "a picture does nothing: take out " + reader.getAttributeLocalName(i));
            }
            boolean address = attribute.equals("href") || attribute.equals("src");
            if (address && !value.startsWith("#") && !value.startsWith("data:image/png;base64,")) {
                throw refused(
                        reader,
                        "a picture brings in nothing from elsewhere: "
                                + SourceFile.shortened(reader.getAttributeValue(i)));
            }
        }
    }

    private static Refused refused(XMLStreamReader reader, String message) {
        return new Refused(
                Math.max(1, reader.getLocation().getLineNumber()),
                Math.max(1, reader.getLocation().getColumnNumber()),
                message);
    }

    /** Width and height in pixels, as they are given or from the view box. */
    private static Optional<double[]> size(XMLStreamReader reader) {
        if (!reader.getLocalName().equals("svg")) {
            return Optional.empty();
        }
        double width = number(reader.getAttributeValue(null, "width"));
        double height = number(reader.getAttributeValue(null, "height"));
        String box = reader.getAttributeValue(null, "viewBox");
        if (!(width > 0 && height > 0) && box != null) {
            String[] parts = box.strip().split("[\\s,]+", -1);
            if (parts.length == 4) {
                width = number(parts[2]);
                height = number(parts[3]);
            }
        }
        return width > 0 && height > 0 ? Optional.of(new double[] {width, height}) : Optional.empty();
    }

    private static double number(@Nullable String text) {
        if (text == null) {
            return Double.NaN;
        }
        String digits = text.endsWith("px") ? text.substring(0, text.length() - 2) : text;
        return digits.matches("\\d{1,6}(\\.\\d{1,6})?") ? Double.parseDouble(digits) : Double.NaN;
    }

    private static Picture picture(String name, Form form, byte[] bytes, int width, int height) throws Refused {
        if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) {
            throw Refused.atStart(
                    "a picture is from 1 to " + LARGEST_SIDE + " pixels wide and high, got " + width + " by " + height);
        }
        return new Picture(name, form, bytes, width, height, digest(bytes));
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
