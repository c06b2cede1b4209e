package roster.access.admission;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import roster.access.admission.Visit.State;
import roster.access.limit.PresentedCredential;
import roster.http.body.BodyAwaitingFilter;
import roster.http.body.ResumedRequest;
import roster.http.problem.Problem;
import roster.http.problem.ProblemWriter;

/**
 * Processes a request when {@link Admission} admits it, and answers 503 when it does not. A request waits without a thread. One whose body has
 * not arrived passes, because it will wait for that; it is admitted afterwards.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
final class AdmissionFilter extends OncePerRequestFilter {
    private static final String GUEST = Guest.class.getName();
    private static final long EVERY_MILLIS = 50;
    /** The container must not end the wait at the moment at which the request is admitted: late requests are resumed by {@link Admission}. */
    private static final long NO_TIMEOUT = 0;

    private final Admission admission;
    private final ProblemWriter problems;
    private final Counter refusedAtArrival;
    private final Counter refusedAfterWait;
    /** A thread of its own, because others may wait for the database. */
    private final ScheduledExecutorService watch = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("admission").factory());

    AdmissionFilter(AdmissionProperties properties, ProblemWriter problems, MeterRegistry meters) {
        this.admission = new Admission(properties.atOnce(), properties.patience(), System::nanoTime);
        this.problems = problems;
        this.refusedAtArrival = meters.counter("roster.admission.refused", "after", "arrival");
        this.refusedAfterWait = meters.counter("roster.admission.refused", "after", "wait");
        Gauge.builder("roster.admission.processing", admission, Admission::processing).register(meters);
        Gauge.builder("roster.admission.waiting", admission, Admission::waiting).register(meters);
        var _ = watch.scheduleWithFixedDelay(this::expire, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void expire() {
        try {
            admission.expire();
        } catch (RuntimeException e) {
            logger.error("late requests cannot be answered", e);
        }
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (BodyAwaitingFilter.isArriving(request)) {
            chain.doFilter(request, response);
        } else if (request.getAttribute(GUEST) instanceof Guest guest) {
            go(guest.visit, guest.asSeenNext(request), response, chain);
        } else {
            enter(request, response, chain);
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var visit = admission.enter(shares(request));
        request.setAttribute(GUEST, new Guest(visit, request.getDispatcherType()));
        if (visit.state() == State.WAITING) {
            await(visit, request.startAsync(request, response));
        } else {
            go(visit, request, response, chain);
        }
    }

    private void go(Visit visit, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (visit.state()) {
            case ADMITTED -> {
                try {
                    chain.doFilter(request, response);
                } finally {
                    admission.leave(visit);
                }
            }
            case REFUSED, LATE -> refuse(visit, response);
            case OVER -> chain.doFilter(request, response);
            case WAITING -> throw new IllegalStateException("a waiting request was resumed");
        }
    }

    private void await(Visit visit, AsyncContext waiting) {
        waiting.setTimeout(NO_TIMEOUT);
        waiting.addListener(new Waiting(admission, visit));
        admission.await(visit, () -> resume(visit, waiting));
    }

    private void resume(Visit visit, AsyncContext waiting) {
        try {
            waiting.dispatch();
        } catch (IllegalStateException e) {
            logger.debug("the sender of a waiting request has gone", e);
            admission.leave(visit);
        }
    }

    private void refuse(Visit visit, HttpServletResponse response) throws IOException {
        (visit.state() == State.LATE ? refusedAfterWait : refusedAtArrival).increment();
        var pause = visit.expectedWait().plusSeconds(1).minusNanos(1).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, pause)));
        problems.write(Problem.of(HttpStatus.SERVICE_UNAVAILABLE)
                .because("There are more requests than can be processed in time. Nothing was recorded."), response);
    }

    private static Shares shares(HttpServletRequest request) {
        var caller = PresentedCredential.hashOf(request).orElseGet(() -> "address " + request.getRemoteAddr());
        var path = request.getRequestURI().split("/", 4);
        return new Shares(caller, path.length > 2 && path[1].equals("organizations") ? path[2] : "");
    }

    /**
     * A request that has entered.
     *
     * @param entered how it entered: ASYNC after it has waited for its body
     */
    private record Guest(Visit visit, DispatcherType entered) {
        /** The next filters have not seen a request that has been waiting since its arrival. */
        HttpServletRequest asSeenNext(HttpServletRequest request) {
            return entered == DispatcherType.REQUEST && visit.state() == State.ADMITTED ? new ResumedRequest(request) : request;
        }
    }
}
