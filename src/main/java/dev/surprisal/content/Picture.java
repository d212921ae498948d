package dev.surprisal.content;

/** A picture of a lesson that was found to be safe to send. Immutable. */
public final class Picture {

    /** The forms of pictures. */
    public enum Form {
        SVG("image/svg+xml"),
        PNG("image/png");

        private final String mediaType;

        Form(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    private final String name;
    private final Form form;
    private final byte[] bytes;
    private final int width;
    private final int height;
    private final String digest;

    /** @param digest of the bytes, so that another picture has another address */
    Picture(String name, Form form, byte[] bytes, int width, int height, String digest) {
        this.name = name;
        this.form = form;
        this.bytes = bytes.clone();
        this.width = width;
        this.height = height;
        this.digest = digest;
    }

    /** Of its file, without folders. */
    public String name() {
        return name;
    }

    public Form form() {
        return form;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Its address below the application's root, without a slash at the front. */
    public String address() {
        return "figures/" + digest + "/" + name;
    }
}
