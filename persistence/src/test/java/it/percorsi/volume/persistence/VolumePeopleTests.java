package it.percorsi.volume.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.person.Names;
import it.percorsi.volume.persistence.VolumePeople.Planted;
import it.percorsi.volume.persistence.VolumeQueries.Query;
import it.percorsi.volume.persistence.VolumeQueries.Typing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VolumePeopleTests {

    private static final VolumePeople PEOPLE = people(1);

    private static VolumePeople people(long seed) {
        return new VolumePeople(
                seed, Map.of("AL", "Z100", "MA", "Z330"), List.of("G999", "G713", "E715"));
    }

    private static List<Integer> places(Enum<?> kind) {
        return IntStream.range(0, 20_000)
                .filter(place -> PEOPLE.planted(place) instanceof Planted p && p.kind() == kind)
                .boxed()
                .toList();
    }

    @Test
    void whoStandsAtAPlaceDependsOnTheSeedAndThePlaceAlone() {
        VolumePeople again = people(1);
        VolumePeople others = people(2);

        for (int place = 999; place >= 0; place--) {
            assertThat(again.person(place).identity()).isEqualTo(PEOPLE.person(place).identity());
            assertThat(again.person(place).id()).isEqualTo(PEOPLE.person(place).id());
        }
        assertThat(
                        IntStream.range(0, 1000)
                                .filter(p ->
                                        others.person(p)
                                                .identity()
                                                .equals(PEOPLE.person(p).identity())))
                .isEmpty();
    }

    @Test
    void namesRepeatAsNamesDo() {
        Map<String, Long> names =
                IntStream.range(0, 20_000)
                        .mapToObj(place -> PEOPLE.person(place).familyName())
                        .collect(Collectors.groupingBy(name -> name, Collectors.counting()));

        assertThat(names.size()).isBetween(4_000, 12_000);
        assertThat(names.get("Singh")).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource(Twin.class)
    void aTwinIsTheSamePersonWrittenOtherwise(Twin kind) {
        List<Integer> places = places(kind);

        assertThat(places).hasSizeGreaterThan(10);
        for (int place : places) {
            VolumePerson twin = PEOPLE.person(place);
            VolumePerson first = PEOPLE.person(PEOPLE.planted(place).of());
            assertThat(PEOPLE.planted(PEOPLE.planted(place).of())).isNull();
            assertThat(twin.id()).isNotEqualTo(first.id());
            assertThat(twin.gender()).isEqualTo(first.gender());
            assertThat(twin.bornIn()).isEqualTo(first.bornIn());
            if (first.identifier() != null && twin.identifier() != null) {
                assertThat(twin.identifier().kind()).isNotEqualTo(first.identifier().kind());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Lookalike.class)
    void aLookalikeIsAnother(Lookalike kind) {
        for (int place : places(kind)) {
            VolumePerson other = PEOPLE.person(place);
            VolumePerson first = PEOPLE.person(PEOPLE.planted(place).of());
            boolean nameAndDay =
                    other.birth().equals(first.birth())
                            && Names.key(other.familyName(), other.givenName())
                                    .equals(Names.key(first.familyName(), first.givenName()));
            assertThat(nameAndDay).isEqualTo(kind == Lookalike.SAME_NAME_SAME_DAY);
        }
    }

    @Test
    void everyKindIsPlanted() {
        Set<Enum<?>> kinds =
                IntStream.range(0, 20_000)
                        .mapToObj(PEOPLE::planted)
                        .filter(planted -> planted != null)
                        .map(Planted::kind)
                        .collect(Collectors.toSet());

        assertThat(kinds)
                .containsAll(Arrays.asList(Twin.values()))
                .containsAll(Arrays.asList(Lookalike.values()));
    }

    @Test
    void aQueryIsAboutSomebodyOfTheBodyAndComesWithTheAnswer() {
        VolumeQueries queries = new VolumeQueries(PEOPLE, 20_000, 0);
        List<Query> asked = IntStream.range(0, 220).mapToObj(queries::query).toList();

        assertThat(asked).allMatch(query -> query.meant().body() == 0);
        assertThat(asked).extracting(Query::typing).contains(Typing.values());
        assertThat(asked)
                .filteredOn(query -> query.typing() == Typing.EXACT)
                .allMatch(query -> query.typed().startsWith(query.meant().familyName()));
        assertThat(asked)
                .filteredOn(query -> query.typing() == Typing.SURNAME_SLIP)
                .noneMatch(query -> query.typed().startsWith(query.meant().familyName() + " "));
    }
}
