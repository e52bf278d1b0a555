package it.percorsi.casefile.web;

import it.percorsi.casefile.Diary;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where each filter of a diary leads, the others staying as they are. */
record DiaryLinks(UUID person, Diary.Filter filter) {

    public String kind(@Nullable String kind) {
        return to(kind, filter.operator(), filter.organisation(), null);
    }

    public String author(@Nullable UUID author) {
        return to(filter.kind(), author, filter.organisation(), null);
    }

    public String body(@Nullable UUID body) {
        return to(filter.kind(), filter.operator(), body, null);
    }

    public String before(Diary.Mark mark) {
        return to(filter.kind(), filter.operator(), filter.organisation(), mark);
    }

    private String to(
            @Nullable String kind,
            @Nullable UUID author,
            @Nullable UUID body,
            Diary.@Nullable Mark before) {
        return UriComponentsBuilder.fromPath("/people/{id}/diary")
                .queryParamIfPresent("kind", Optional.ofNullable(kind))
                .queryParamIfPresent("author", Optional.ofNullable(author))
                .queryParamIfPresent("body", Optional.ofNullable(body))
                .queryParamIfPresent("before", Optional.ofNullable(before))
                .build(person)
                .toString();
    }
}
