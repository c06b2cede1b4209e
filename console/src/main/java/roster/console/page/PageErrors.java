package roster.console.page;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import roster.console.organization.NoMember;
import roster.console.organization.NotAllowed;
import roster.console.organization.Suspended;
import roster.console.service.ServiceRejected;

/** Maps exceptions to error pages. */
@ControllerAdvice
class PageErrors {
    private static final Logger log = LoggerFactory.getLogger(PageErrors.class);

    @ExceptionHandler
    ModelAndView refused(ServiceRejected e) {
        var problem = e.problem();
        return switch (problem.status()) {
            case 400, 404, 410 -> page("missing", HttpStatus.NOT_FOUND);
            case 403 -> page("forbidden", HttpStatus.FORBIDDEN);
            case 429 -> page("busy", HttpStatus.TOO_MANY_REQUESTS);
            default -> {
                log.warn("a service answers {} {} (trace {})", problem.status(), problem.code(), problem.traceId());
                yield problem.status() < 500 ? page("failed", HttpStatus.BAD_GATEWAY)
                        : page("unavailable", HttpStatus.SERVICE_UNAVAILABLE);
            }
        };
    }

    @ExceptionHandler(NoMember.class)
    ModelAndView noMember() {
        return page("no-member", HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(NotAllowed.class)
    ModelAndView notAllowed() {
        return page("forbidden", HttpStatus.FORBIDDEN);
    }

    @ExceptionHandler
    ModelAndView suspended(Suspended e) {
        return page("suspended", HttpStatus.FORBIDDEN).addObject("organization", e.membership());
    }

    private static ModelAndView page(String what, HttpStatus status) {
        var page = new ModelAndView("problem", status);
        page.addObject("problem", what);
        return page;
    }
}
