package it.percorsi.notice.web;

import it.percorsi.notice.Notice;
import it.percorsi.notice.NoticeSender.Letter;
import it.percorsi.pathway.Rome;
import it.percorsi.site.Spoken;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What people are told, in their language and in Italian. Where a language has no words yet, in
 * Italian only.
 */
@Component
public class Wording {

    private static final int LONGEST_NAME = 14;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM HH:mm");

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    static String spoken(String language) {
        return Spoken.LANGUAGES.contains(language) ? language : "it";
    }

    Text in(String language) {
        return new Text(messages, Locale.of(spoken(language)));
    }

    /** An SMS is in one language, or it would be four: its page says the rest. */
    Letter letter(Notice notice, @Nullable String link) {
        Text own = in(notice.language());
        if (notice.channel() == it.percorsi.notice.Channel.SMS) {
            String name = notice.givenName();
            String text =
                    own.of(
                            "notice.sms." + notice.kind(),
                            name.substring(0, Math.min(LONGEST_NAME, name.length())),
                            SHORT.format(Rome.time(notice.startsAt())),
                            notice.place().split(",", 2)[0]);
            return new Letter(
                    notice.id(),
                    notice.channel(),
                    notice.recipient(),
                    "",
                    link == null ? text : text + " " + link,
                    silence(link));
        }
        Text italian = in("it");
        String body = body(own, notice, link);
        return new Letter(
                notice.id(),
                notice.channel(),
                notice.recipient(),
                own.of("notice.subject")
                        + (own.italian() ? "" : " · " + italian.of("notice.subject")),
                own.italian() ? body : body + "\n\n---\n\n" + body(italian, notice, link),
                silence(link));
    }

    private static @Nullable String silence(@Nullable String link) {
        return link == null ? null : link + "/silence";
    }

    private static String body(Text in, Notice notice, @Nullable String link) {
        String told =
                in.of(
                        "notice." + notice.kind(),
                        notice.givenName(),
                        in.moment(notice.startsAt()),
                        notice.place());
        return link == null ? told : told + "\n\n" + in.of("notice.link") + "\n" + link;
    }

    /** The words of one language. */
    public record Text(MessageSource messages, Locale locale) {

        public String of(String key, Object... values) {
            return messages.getMessage(key, values, locale);
        }

        public String moment(Instant at) {
            return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", locale)
                    .format(Rome.time(at));
        }

        public String language() {
            return locale.getLanguage();
        }

        public String direction() {
            return Spoken.of(language()).direction();
        }

        public boolean italian() {
            return locale.getLanguage().equals("it");
        }
    }
}
