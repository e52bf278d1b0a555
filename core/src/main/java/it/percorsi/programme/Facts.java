package it.percorsi.programme;

import it.percorsi.network.Network.Country;
import it.percorsi.network.Network.PermitKind;
import it.percorsi.person.PersonFile;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that rules may ask about somebody.
 *
 * @param permitKind what the vocabulary says of the permit in the file, or null without a permit
 * @param needStated whether the interview brought out what the programme is for, or null where
 *     there was none
 * @param contactsOpen whether the viewer reads where the person lives
 */
public record Facts(
        PersonFile file,
        @Nullable PermitKind permitKind,
        Circumstances circumstances,
        @Nullable Boolean needStated,
        boolean contactsOpen) {

    Facts(
            PersonFile file,
            @Nullable PermitKind permitKind,
            Circumstances circumstances,
            @Nullable Boolean needStated) {
        this(file, permitKind, circumstances, needStated, true);
    }

    List<Country> knownCitizenships() {
        return file.citizenships().stream().filter(country -> !country.unknown()).toList();
    }

    boolean permitKindInForce(LocalDate on) {
        return permitKind == null || permitKind.inForce(on);
    }
}
