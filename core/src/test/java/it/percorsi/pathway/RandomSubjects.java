package it.percorsi.pathway;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Subjects as the database could hand them over: made by the constructor the database uses, every
 * field with some value its type allows, null where it may be null.
 */
final class RandomSubjects {

    private static final int DEPTH = 5;
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<String> TEXTS = List.of("", " ", "Colloquio", "Serve una casa");

    /** Few, so that one is often another. */
    static final List<UUID> IDS = Stream.generate(Ids::next).limit(3).toList();

    private final Random random;
    private final Map<Class<?>, List<Field>> fields = new HashMap<>();

    RandomSubjects(Random random) {
        this.random = random;
    }

    Object of(Class<?> type) {
        return entity(type, 0);
    }

    /** Gives one field another value. */
    void change(Object subject) {
        List<Field> all = fields(subject.getClass());
        Field field = all.get(random.nextInt(all.size()));
        put(field, subject, value(field.getAnnotatedType(), 1));
    }

    void putStatus(Object subject, Object status) {
        fields(subject.getClass()).stream()
                .filter(field -> field.getType() == ((Enum<?>) status).getDeclaringClass())
                .forEach(field -> put(field, subject, status));
    }

    /** What its fields hold, to be compared. */
    List<Object> state(Object subject) {
        List<Object> state = new ArrayList<>();
        for (Field field : fields(subject.getClass())) {
            try {
                Object value = field.get(subject);
                state.add(value instanceof Collection<?> many ? List.copyOf(many) : value);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return state;
    }

    private Object value(AnnotatedType type, int depth) {
        if (type.isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0) {
            return null;
        }
        Class<?> raw =
                (Class<?>)
                        (type.getType() instanceof ParameterizedType of
                                ? of.getRawType()
                                : type.getType());
        if (Collection.class.isAssignableFrom(raw)) {
            AnnotatedType element =
                    ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
            Collection<Object> many = raw == List.class ? new ArrayList<>() : new HashSet<>();
            for (int n = depth + 1 < DEPTH ? random.nextInt(3) : 0; n > 0; n--) {
                many.add(value(element, depth + 1));
            }
            return many;
        }
        return plain(raw, depth);
    }

    private Object plain(Class<?> type, int depth) {
        if (type == UUID.class) {
            return IDS.get(random.nextInt(IDS.size()));
        } else if (type == String.class) {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        } else if (type == int.class || type == Integer.class) {
            // Half of the time none: five counts that must all be are met together now and then.
            return Math.max(0, random.nextInt(4) - 1);
        } else if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        } else if (type == Instant.class) {
            return NOW.plus(random.nextInt(7) - 3, ChronoUnit.DAYS);
        } else if (type == LocalDate.class) {
            return Rome.day(NOW).plusDays(random.nextInt(7) - 3);
        } else if (type == LocalTime.class) {
            return LocalTime.of(random.nextInt(24), 0);
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        } else if (type.isRecord()) {
            return record(type, depth);
        } else if (type.getName().startsWith("it.percorsi.") && !type.isInterface()) {
            return depth < DEPTH ? entity(type, depth) : null;
        }
        throw new IllegalStateException("Do not know how to make up a " + type.getName());
    }

    private Object record(Class<?> type, int depth) {
        RecordComponent[] parts = type.getRecordComponents();
        try {
            Constructor<?> constructor =
                    type.getDeclaredConstructor(
                            Stream.of(parts).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Stream.of(parts).map(p -> value(p.getAnnotatedType(), depth + 1)).toArray());
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Object entity(Class<?> type, int depth) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object entity = constructor.newInstance();
            for (Field field : fields(type)) {
                put(field, entity, value(field.getAnnotatedType(), depth + 1));
            }
            return entity;
        } catch (InvocationTargetException
                | InstantiationException
                | IllegalAccessException
                | NoSuchMethodException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Steps are what a move leaves, and no rule reads them. */
    private List<Field> fields(Class<?> type) {
        return fields.computeIfAbsent(
                type,
                of ->
                        Stream.of(of.getDeclaredFields())
                                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                                .filter(field -> !field.isSynthetic())
                                .filter(field -> !field.getName().equals("steps"))
                                .peek(field -> field.setAccessible(true))
                                .toList());
    }

    private static void put(Field field, Object entity, @Nullable Object value) {
        try {
            field.set(entity, value);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
