package roster.console.activity;

import java.util.stream.Stream;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

import roster.console.history.HistoryLine;
import roster.console.history.LoggedEvents;
import roster.console.organization.Membership;
import roster.console.page.Dialogs;
import roster.console.service.ServiceRejected;
import roster.contract.role.Permission;

/** {@code /organizations/{org}/activity}: all events of the organization, newest first. */
@Controller
class ActivityController {
    private static final String VIEW = "activity";

    private final ActivityFeed feed;
    private final People people;
    private final LoggedEvents logged;

    ActivityController(ActivityFeed feed, People people, LoggedEvents logged) {
        this.feed = feed;
        this.people = people;
        this.logged = logged;
    }

    @GetMapping("/organizations/{org}/activity")
    Object page(Membership here, @ModelAttribute("search") ActivitySearch given, Model model) {
        here.require(Permission.EVENTS_READ);
        var actor = people.actor(here, given.actor());
        var member = people.member(here, given.member());
        var search = given.by(actor.id(), member.id());
        var links = new ActivityLinks(here.slug(), search);
        if (Stream.of(actor, member).noneMatch(Sought::isUnclear) && (actor.isTyped() || member.isTyped())) {
            return "redirect:" + links.page();
        }
        model.addAttribute("groups", EventGroup.all()).addAttribute("links", links).addAttribute("actor", actor)
                .addAttribute("member", member);
        try {
            return actor.isUnclear() || member.isUnclear() ? VIEW : show(here, search, links, model);
        } catch (ServiceRejected e) {
            if (e.problem().of("from").or(() -> e.problem().of("to")).isEmpty()) {
                throw e;
            }
            return Dialogs.again(VIEW, e.problem(), model);
        }
    }

    private String show(Membership here, ActivitySearch search, ActivityLinks links, Model model) {
        var found = feed.find(here, search);
        boolean former = here.may(Permission.AUDIT_READ);
        model.addAttribute("rows", found.events().stream().map(it -> HistoryLine.of(it.item(), former)).toList());
        model.addAttribute("logged", logged.of(here).orElse(null));
        model.addAttribute("next", found.more());
        if (feed.isOpen(search)) {
            model.addAttribute("stream", links.stream(found.position()));
        }
        return VIEW;
    }
}
