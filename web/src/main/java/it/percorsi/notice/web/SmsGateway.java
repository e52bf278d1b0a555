package it.percorsi.notice.web;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A service that takes SMS by HTTP, as whoever installs describes it.
 *
 * @param url where one SMS is sent by POST; none: no SMS goes out
 * @param json whether it takes JSON, or a form
 * @param header the header that carries the token
 * @param scheme what comes before the token in it, or nothing
 * @param token the secret the service knows us by
 * @param to the name of the field with the number
 * @param text the name of the field with the words
 * @param from the name of the field with the sender
 * @param sender what a telephone shows it comes from; empty where the service says
 * @param fixed fields that are always the same, such as the alphabet
 * @param timeout after how long an answer is not waited for any more
 */
@ConfigurationProperties("percorsi.sms")
record SmsGateway(
        @Nullable URI url,
        @DefaultValue("true") boolean json,
        @DefaultValue("Authorization") String header,
        @DefaultValue("Bearer") String scheme,
        @DefaultValue("") String token,
        @DefaultValue("to") String to,
        @DefaultValue("text") String text,
        @DefaultValue("from") String from,
        @DefaultValue("") String sender,
        @DefaultValue Map<String, String> fixed,
        @DefaultValue("10s") Duration timeout) {

    SmsGateway {
        // Numbers and a secret travel there.
        if (url != null
                && !url.toString().isEmpty()
                && !"https".equals(url.getScheme())
                && !"127.0.0.1".equals(url.getHost())) {
            throw new IllegalArgumentException("percorsi.sms.url must begin with https");
        }
    }

    boolean known() {
        return url != null && !url.toString().isEmpty();
    }

    String mediaType() {
        return json ? "application/json" : "application/x-www-form-urlencoded";
    }

    /** No secret in a log. */
    @Override
    public String toString() {
        return "gateway";
    }
}
