package it.percorsi.site;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.pathway.Ids;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;

class FormAdapterTests {

    private final PlatformTransactionManager transactions = mock();
    private final CurrentActor current = mock();

    /** Else its connection would stay out for ever, and the pool is small. */
    @Test
    void anErrorEndsTheTransactionToo() throws Exception {
        TransactionStatus status = new SimpleTransactionStatus();
        when(transactions.getTransaction(any())).thenReturn(status);
        when(current.current())
                .thenReturn(
                        Optional.of(
                                new Actor(
                                        Ids.next(),
                                        "Ada Neri",
                                        Ids.next(),
                                        Ids.next(),
                                        "Comune",
                                        Role.DESK)));
        FormAdapter adapter = new FormAdapter(current, mock(), mock(), transactions);
        adapter.setApplicationContext(new StaticWebApplicationContext());
        adapter.afterPropertiesSet();
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/anything");
        request.addParameter("formKey", Ids.next().toString());
        HandlerMethod method = new HandlerMethod(new Failing(), "fail");

        assertThatThrownBy(() -> adapter.handle(request, new MockHttpServletResponse(), method))
                .isInstanceOf(StackOverflowError.class);
        verify(transactions).rollback(status);
    }

    static class Failing {

        public String fail() {
            throw new StackOverflowError();
        }
    }
}
