package roster.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import roster.recordlog.note.MalformedNote;
import roster.recordlog.note.VerifierKey;

/** Options of the command line, each with its values. */
final class Arguments {
    private static final Set<String> REPEATED = Set.of("--key", "--witness", "--older");
    private static final Set<String> ONCE = Set.of("--checkpoint", "--entries", "--heads", "--root-entries", "--alarms", "--events",
            "--members",
            "--proof");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when one is unknown, repeated or lacks its value */
    Arguments(String... arguments) {
        for (int i = 0; i < arguments.length; i += 2) {
            var name = arguments[i];
            if (!REPEATED.contains(name) && !ONCE.contains(name)) {
                throw new IllegalArgumentException(name + " is unknown");
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(name + " lacks its value");
            }
            if (values.containsKey(name) && ONCE.contains(name)) {
                throw new IllegalArgumentException(name + " is given twice");
            }
            values.computeIfAbsent(name, _ -> new ArrayList<>()).add(arguments[i + 1]);
        }
        if (keys().isEmpty()) {
            throw new IllegalArgumentException("--key is needed: the public key of the log, from a source that you trust");
        }
        if (!values.containsKey("--proof") && !(values.containsKey("--checkpoint") && values.containsKey("--entries"))) {
            throw new IllegalArgumentException("--checkpoint and --entries are needed, or --proof");
        }
    }

    Optional<Path> file(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().map(Path::of);
    }

    List<Path> files(String name) {
        return values.getOrDefault(name, List.of()).stream().map(Path::of).toList();
    }

    List<VerifierKey> keys() {
        return keys("--key", false);
    }

    List<VerifierKey> witnesses() {
        return keys("--witness", true);
    }

    private List<VerifierKey> keys(String name, boolean ofWitness) {
        try {
            var keys = values.getOrDefault(name, List.of()).stream().map(VerifierKey::parse).toList();
            if (keys.stream().anyMatch(it -> it.isOfWitness() != ofWitness)) {
                throw new IllegalArgumentException(name + " is " + (ofWitness ? "not the key of a witness" : "the key of a witness"));
            }
            return keys;
        } catch (MalformedNote e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }
}
