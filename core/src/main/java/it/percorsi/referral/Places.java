package it.percorsi.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places of a panel's programme, as numbers.
 *
 * @param areas how far each body that enrols is; none where the panel is of no programme
 * @param waits who waits before this panel, by gender
 */
public record Places(List<Area> areas, List<Waits> waits) {

    public int taken() {
        return areas.stream().mapToInt(Area::taken).sum();
    }

    public int target() {
        return areas.stream().mapToInt(area -> area.target() == null ? 0 : area.target()).sum();
    }

    public int women() {
        return areas.stream().mapToInt(Area::women).sum();
    }

    /** How many of the target should be women, or null where the programme does not say. */
    public @Nullable Integer womenTarget() {
        return areas.stream()
                .findFirst()
                .map(Area::womenPercent)
                .map(percent -> target() * percent / 100)
                .orElse(null);
    }

    /** Put on the waiting list by this panel. */
    public int waiting() {
        return waits.stream().mapToInt(Waits::waiting).sum();
    }

    /** Accepted by this panel and not enrolled yet: they will take a place. */
    public int accepted() {
        return waits.stream().mapToInt(Waits::accepted).sum();
    }

    public record Area(
            String organisationName,
            @Nullable Integer target,
            int women,
            int men,
            int other,
            @Nullable Integer womenPercent) {

        public int taken() {
            return women + men + other;
        }

        /** Places still free, negative once there are more people than places. */
        public @Nullable Integer free() {
            return target == null ? null : target - taken();
        }
    }

    public record Waits(String gender, int waiting, int accepted) {}
}
