package roster.population;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import roster.contract.event.EventMetadata;
import roster.contract.event.Organization;
import roster.eventstore.NewEvent;

/**
 * A large organization and some small ones, over two years, whose members are invited, accept, change, leave, come back and are erased. The
 * same size, seed and beginning give the same events.
 */
public final class Population {
    private static final Duration SPAN = Duration.ofDays(730);

    private final Size size;
    private final Instant beginning;
    private final Duration step;
    private final Random random;
    private final List<Organization> organizations;

    public Population(Size size, long seed, Instant beginning) {
        this.size = size;
        this.beginning = beginning.truncatedTo(ChronoUnit.SECONDS);
        this.step = SPAN.dividedBy(size.all()).truncatedTo(ChronoUnit.MILLIS);
        this.random = new Random(seed);
        var ids = new Ids(random);
        this.organizations = IntStream.rangeClosed(0, size.small()).mapToObj(i -> {
            var id = ids.at(beginning);
            var suffix = id.toString().substring(24);
            return i == 0 ? new Organization(id, "large-" + suffix, "Large")
                    : new Organization(id, "small-" + i + "-" + suffix, "Small " + i);
        }).toList();
    }

    public Organization large() {
        return organizations.getFirst();
    }

    /** The large organization, and the small ones. */
    public List<Organization> organizations() {
        return organizations;
    }

    /** Time of the first event. */
    public Instant beginning() {
        return beginning;
    }

    /** Time between two events of the population. */
    Duration step() {
        return step;
    }

    public int events() {
        return size.all();
    }

    /** Generates all events, in order, in groups that are recorded together. To be called once. */
    public void tell(Consumer<List<NewEvent>> listener) {
        var told = new Told();
        var all = organizations.stream().map(it -> new Course(it, told)).toList();
        while (told.events < size.all()) {
            var course = all.getFirst();
            if (all.size() > 1 && (course.isComplete() || random.nextDouble() * size.all() > size.events())) {
                course = all.get(1 + random.nextInt(all.size() - 1));
            }
            if (!course.isComplete()) {
                listener.accept(course.next());
            }
        }
    }

    /** The events so far, of all organizations. */
    private static final class Told {
        private long events;
        private final Map<UUID, Long> sequences = new HashMap<>();
    }

    /** One of the organizations, whose own time is the number of its events. */
    private final class Course {
        private final Organization organization;
        private final int length;
        private final Lives lives;
        private final Told told;
        private final Ids ids = new Ids(random);
        private long events;

        Course(Organization organization, Told told) {
            boolean isLarge = organization.equals(large());
            this.organization = organization;
            this.told = told;
            this.length = isLarge ? size.events() : Size.OF_SMALL;
            this.lives = new Lives(organization, isLarge ? size.members() : Size.SMALL_MEMBERS, length, random,
                    _ -> beginning.plus(step.multipliedBy(told.events)));
        }

        boolean isComplete() {
            return events >= length;
        }

        List<NewEvent> next() {
            var news = new ArrayList<NewEvent>();
            for (var happening : lives.next(events)) {
                news.add(event(happening));
                events++;
                told.events++;
            }
            return news;
        }

        private NewEvent event(Happening it) {
            var request = ids.at(beginning.plus(step.multipliedBy(told.events)));
            var sequence = told.sequences.merge(it.event().aggregateId(), 0L, (last, _) -> last + 1);
            return new NewEvent(request, sequence, it.event(), new EventMetadata(organization.id(), it.actor(), it.onBehalfOf(),
                    it.reason(), "request-" + request, "command-" + request, request.toString(), it.clientAddress(), null));
        }
    }
}
