package roster.benchmark.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import roster.benchmark.measure.Operation;
import roster.systemtest.running.Await;
import roster.systemtest.running.Roster;

/** Statements that command-service executes for an operation, from the log of PostgreSQL, which has all of them meanwhile. */
public final class StatementLog {
    private static final String SERVICE = "command-service|LOG:  duration: ";
    private static final Pattern LINE = Pattern.compile("([0-9.]+) ms  (parse|bind|execute|statement)[^:]*: (.*)", Pattern.DOTALL);
    private static final int SHOWN = 110;
    /** An operation's statement is executed at least in half of its repetitions; others belong to pollers. */
    private static final double OFTEN = 0.5;

    private final List<Statement> statements;

    private StatementLog(List<Statement> statements) {
        this.statements = statements;
    }

    /** Executions and time of a statement, of its parsing and planning, too, for each operation. */
    private record Statement(String sql, double executions, double millis) {
        static Statement parse(String line) {
            var found = LINE.matcher(line);
            if (!found.matches()) {
                throw new IllegalStateException(line);
            }
            boolean isExecuted = !found.group(2).equals("parse") && !found.group(2).equals("bind");
            return new Statement(found.group(3).replaceAll("\\s+", " ").strip(), isExecuted ? 1 : 0, Double.parseDouble(found.group(1)));
        }

        Statement plus(Statement other) {
            return new Statement(sql, executions + other.executions, millis + other.millis);
        }
    }

    /** @param repetitions how often the operation runs, one after the other */
    public static StatementLog of(Roster roster, int repetitions, Operation operation) {
        set(roster, Map.of("log_min_duration_statement", "0", "log_line_prefix", "'%a|'", "log_parameter_max_length", "0"));
        try {
            var log = roster.data().resolve("postgres/postgres.log");
            operation.run(System.nanoTime());
            long begin = Files.size(log);
            for (int i = 0; i < repetitions; i++) {
                operation.run(System.nanoTime());
            }
            return new StatementLog(perOperation(lines(log, begin), repetitions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            set(roster, Map.of("log_min_duration_statement", "-1", "log_line_prefix", "'%m [%p] '", "log_parameter_max_length", "-1"));
        }
    }

    /** Returns when new sessions have the settings; others take them over with their next statement. */
    private static void set(Roster roster, Map<String, String> settings) {
        try (var connection = roster.database(); var statement = connection.createStatement()) {
            for (var setting : settings.entrySet()) {
                statement.execute("alter system set " + setting.getKey() + " = " + setting.getValue());
            }
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Await.until(() -> {
            try (var connection = roster.database();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("show log_min_duration_statement")) {
                return row.next() && row.getString(1).equals(settings.get("log_min_duration_statement"));
            }
        });
    }

    private static List<String> lines(Path log, long begin) throws IOException {
        try (var channel = Files.newByteChannel(log)) {
            var bytes = java.nio.ByteBuffer.allocate((int) (channel.size() - begin));
            channel.position(begin);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // continues until everything is read
            }
            // lines of a statement after its first begin with a tab
            var text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).replace("\n\t", " ");
            return text.lines().filter(it -> it.startsWith(SERVICE)).map(it -> it.substring(SERVICE.length())).toList();
        }
    }

    private static List<Statement> perOperation(List<String> lines, int repetitions) {
        var sums = new HashMap<String, Statement>();
        lines.stream().map(Statement::parse).forEach(it -> sums.merge(it.sql(), it, Statement::plus));
        return sums.values().stream()
                .map(it -> new Statement(it.sql(), it.executions() / repetitions, it.millis() / repetitions))
                .filter(it -> it.executions() >= OFTEN)
                .sorted(Comparator.comparingDouble(Statement::millis).reversed()).toList();
    }

    /** Number of statements, those that begin and end a transaction included. */
    public double count() {
        return statements.stream().mapToDouble(Statement::executions).sum();
    }

    /** Time in PostgreSQL, with parsing and planning. */
    public double millis() {
        return statements.stream().mapToDouble(Statement::millis).sum();
    }

    @Override
    public String toString() {
        return statements.stream()
                .map(it -> String.format(Locale.ROOT, "%5.2f times, %6.3f ms  %s%n", it.executions(), it.millis(),
                        it.sql().substring(0, Math.min(SHOWN, it.sql().length()))))
                .collect(Collectors.joining());
    }
}
