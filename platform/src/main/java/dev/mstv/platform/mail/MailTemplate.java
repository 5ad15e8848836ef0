package dev.mstv.platform.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail with places to fill in, such as {@code {{name}}}: the resources {@code mail/<name>.txt} and {@code .html}.
 * Immutable.
 */
public final class MailTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    private final String text;
    private final String html;

    private MailTemplate(String text, String html) {
        this.text = text;
        this.html = html;
    }

    /**
     * Reads it.
     *
     * @throws IllegalStateException if there is no such template
     */
    public static MailTemplate of(String name) {
        return new MailTemplate(read("mail/" + name + ".txt"), read("mail/" + name + ".html"));
    }

    /**
     * The text with these values.
     *
     * @throws IllegalStateException if one is missing
     */
    public String text(Map<String, String> values) {
        return filled(text, values, UnaryOperator.identity());
    }

    /**
     * The HTML with these values, which are text and stay so.
     *
     * @throws IllegalStateException if one is missing
     */
    public String html(Map<String, String> values) {
        return filled(html, values, MailTemplate::escaped);
    }

    private static String filled(String template, Map<String, String> values, UnaryOperator<String> form) {
        return PLACE.matcher(template).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalStateException("A mail has no value for " + place.group(1));
            }
            return Matcher.quoteReplacement(form.apply(value));
        });
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String read(String resource) {
        try (InputStream in = MailTemplate.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
