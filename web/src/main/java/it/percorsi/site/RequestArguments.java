package it.percorsi.site;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller who acts, and when. */
class RequestArguments implements HandlerMethodArgumentResolver {

    private final CurrentActor actor;
    private final Clock clock;

    RequestArguments(CurrentActor actor, Clock clock) {
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class
                || parameter.getParameterType() == Instant.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return parameter.getParameterType() == Instant.class
                ? clock.instant()
                : actor.current().orElseThrow(NotVisible::new);
    }
}
