package it.percorsi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: cookies, forms with their hidden fields, redirects followed. */
public final class Client {

    private static final Pattern HIDDEN =
            Pattern.compile("name=\"(_csrf|formKey|version)\"[^>]*value=\"([^\"]*)\"");

    private final HttpClient http;
    private final String address;

    public Client(String address) {
        this(address, HttpClient.Redirect.NORMAL);
    }

    /**
     * @param redirect whether to go on to the page a form leads to
     */
    public Client(String address, HttpClient.Redirect redirect) {
        this.address = address;
        this.http =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(redirect)
                        .build();
    }

    public Client login(String username) {
        post("/login", "/login", Map.of("username", username, "password", "percorsi"));
        return this;
    }

    public Page get(String path) {
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Accept", "text/html,*/*;q=0.8")
                        .GET()
                        .build());
    }

    public HttpResponse<byte[]> download(String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address + path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** What the desk finds. */
    public Page search(String typed) {
        return post("/desk", "/desk", Map.of("q", typed));
    }

    /** Opens a page, takes the hidden fields of its form, fills in the rest and sends it. */
    public Page post(String from, String to, Map<String, String> fields) {
        Map<String, String> form = seal(from, to);
        form.putAll(fields);
        return send(to, form);
    }

    /** The hidden fields of the form on a page that leads to an address. */
    public Map<String, String> seal(String from, String to) {
        return hidden(get(from).body(), to);
    }

    public static Map<String, String> hidden(String body, String to) {
        Matcher form =
                Pattern.compile(
                                "<form(?=[^>]*method=\"post\")[^>]*action=\""
                                        + Pattern.quote(to)
                                        + "\".*?</form>",
                                Pattern.DOTALL)
                        .matcher(body);
        Map<String, String> hidden = new LinkedHashMap<>();
        Matcher field = HIDDEN.matcher(form.find() ? form.group() : body);
        while (field.find()) {
            hidden.put(field.group(1), field.group(2));
        }
        return hidden;
    }

    public Page send(String to, Map<String, String> form) {
        String body =
                form.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return sendBody(to, body);
    }

    /** A form as a browser writes it, where a field may come more than once. */
    public Page sendBody(String to, String body) {
        return send(
                HttpRequest.newBuilder(URI.create(address + to))
                        .header("Accept", "text/html,*/*;q=0.8")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    /** A form with a file. */
    public Page upload(
            String from, String to, Map<String, String> fields, String name, byte[] file) {
        Map<String, String> form = seal(from, to);
        form.putAll(fields);
        String edge = "edge-of-a-part";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        form.forEach((field, value) ->
                body.writeBytes(part(edge, "name=\"" + field + "\"", value.getBytes(UTF_8))));
        body.writeBytes(part(edge, "name=\"file\"; filename=\"" + name + "\"", file));
        body.writeBytes(("--" + edge + "--\r\n").getBytes(UTF_8));
        return send(
                HttpRequest.newBuilder(URI.create(address + to))
                        .header("Accept", "text/html,*/*;q=0.8")
                        .header("Content-Type", "multipart/form-data; boundary=" + edge)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build());
    }

    private static byte[] part(String edge, String what, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(
                ("--" + edge + "\r\nContent-Disposition: form-data; " + what + "\r\n\r\n")
                        .getBytes(UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(UTF_8));
        return part.toByteArray();
    }

    private Page send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Page(answer.statusCode(), answer.uri().getPath(), answer.body(), answer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public record Page(int status, String path, String body, HttpResponse<String> answer) {

        /** The page without what is new each time it is asked for. */
        public String timeless() {
            return body.replaceAll("name=\"(_csrf|formKey)\"[^>]*>", "");
        }
    }
}
