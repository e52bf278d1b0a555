package it.percorsi.casefile.web;

import it.percorsi.casefile.Diary;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where each filter of a diary leads, the others staying as they are. */
record DiaryLinks(UUID person, Diary.Filter filter) {

    public String kind(@Nullable String kind) {
        return at(uri(kind, filter.operator(), filter.organisation()), filter.dated());
    }

    public String author(@Nullable UUID author) {
        return at(uri(filter.kind(), author, filter.organisation()), filter.dated());
    }

    public String body(@Nullable UUID body) {
        return at(uri(filter.kind(), filter.operator(), body), filter.dated());
    }

    public String anyDay() {
        return at(uri(filter.kind(), filter.operator(), filter.organisation()), false);
    }

    public String before(Diary.Mark mark) {
        return at(
                uri(filter.kind(), filter.operator(), filter.organisation())
                        .queryParam("before", mark),
                filter.dated());
    }

    private static UriComponentsBuilder uri(
            @Nullable String kind, @Nullable UUID author, @Nullable UUID body) {
        return UriComponentsBuilder.fromPath("/people/{id}/diary")
                .queryParamIfPresent("kind", Optional.ofNullable(kind))
                .queryParamIfPresent("author", Optional.ofNullable(author))
                .queryParamIfPresent("body", Optional.ofNullable(body));
    }

    private String at(UriComponentsBuilder address, boolean dated) {
        if (dated) {
            address.queryParamIfPresent("since", Optional.ofNullable(filter.since()))
                    .queryParamIfPresent("until", Optional.ofNullable(filter.until()));
        }
        return address.build(person).toString();
    }
}
