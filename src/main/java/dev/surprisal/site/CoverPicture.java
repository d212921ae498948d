package dev.surprisal.site;

import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.fit.ForwardFit;
import dev.surprisal.math.fit.ReverseFit;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageIO;

/**
 * The pictures for places outside of our pages: what is shown beside a link to the course, with the fits of both directions as the
 * core finds them, and the icon for browsers that want no SVG. Curves only: a server may have no fonts.
 */
final class CoverPicture {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int ICON = 32;

    private static final Color PAPER = new Color(0x15171c);
    private static final Color LINE = new Color(0x3a3f4a);
    private static final Color P = new Color(0x7fb3ff);
    private static final Color Q = new Color(0xffb066);

    /** The target: two bells, the left one taller. */
    private static final Mixture TARGET =
            Mixture.ofNormals(new double[] {0.65, 0.35}, new double[] {-2, 2}, new double[] {0.8, 1});

    private static final double LEFT = -6;
    private static final double RIGHT = 6;
    private static final double HIGHEST = 0.56;

    private CoverPicture() {}

    /** A PNG of 1200 by 630 pixels. */
    static byte[] png() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smooth(image);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(LINE);
        graphics.setStroke(new BasicStroke(2));
        graphics.drawLine(0, HEIGHT - 90, WIDTH, HEIGHT - 90);
        var reverse = ReverseFit.of(TARGET).nearestMinimum(-2, 0.8).q();
        draw(graphics, Q, dashed(5, 18, 13), ForwardFit.of(TARGET).q());
        draw(graphics, Q, dashed(5, 18, 13), reverse);
        draw(graphics, P, solid(7), TARGET);
        graphics.dispose();
        return png(image);
    }

    /** An ICO of 32 by 32 pixels with the curves of {@code favicon.svg}. */
    static byte[] ico() {
        BufferedImage image = new BufferedImage(ICON, ICON, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = smooth(image);
        graphics.setColor(PAPER);
        graphics.fill(new RoundRectangle2D.Double(0, 0, ICON, ICON, 14, 14));
        Path2D p = new Path2D.Double();
        p.moveTo(4, 25);
        p.curveTo(9, 25, 10, 9, 16, 9);
        p.curveTo(22, 9, 23, 25, 28, 25);
        Path2D q = new Path2D.Double();
        q.moveTo(7, 25);
        q.curveTo(13, 25, 15, 16, 20, 16);
        q.curveTo(25, 16, 25, 25, 28, 25);
        graphics.setColor(P);
        graphics.setStroke(solid(2.6f));
        graphics.draw(p);
        graphics.setColor(Q);
        graphics.setStroke(dashed(2.6f, 3.4f, 3.6f));
        graphics.draw(q);
        graphics.dispose();
        byte[] png = png(image);
        // A directory of one image, which may be a PNG
        ByteBuffer icon = ByteBuffer.allocate(22 + png.length).order(ByteOrder.LITTLE_ENDIAN);
        icon.putShort((short) 0).putShort((short) 1).putShort((short) 1);
        icon.put((byte) ICON).put((byte) ICON).put((byte) 0).put((byte) 0);
        icon.putShort((short) 1)
                .putShort((short) 32)
                .putInt(png.length)
                .putInt(22)
                .put(png);
        return icon.array();
    }

    private static void draw(Graphics2D graphics, Color colour, BasicStroke stroke, Continuous density) {
        Path2D path = new Path2D.Double();
        for (int x = 0; x <= WIDTH; x += 2) {
            double value = Math.exp(density.logDensity(LEFT + (RIGHT - LEFT) * x / WIDTH));
            double y = HEIGHT - 90 - value / HIGHEST * (HEIGHT - 180);
            if (x == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        graphics.setColor(colour);
        graphics.setStroke(stroke);
        graphics.draw(path);
    }

    private static BasicStroke solid(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static BasicStroke dashed(float width, float on, float off) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {on, off}, 0);
    }

    private static Graphics2D smooth(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }
}
