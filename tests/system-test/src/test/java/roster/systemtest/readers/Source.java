package roster.systemtest.readers;

import java.sql.Connection;
import java.sql.SQLException;

import roster.systemtest.running.Http;
import roster.systemtest.running.Roster;

/** Where readers read: a running Roster. */
public interface Source {
    /** A client of query-service, as an operator. */
    Http queries();

    /** Address of query-service, without a path. */
    String address();

    String operatorToken();

    String bootstrapServers();

    /** A connection that may read all tables. */
    Connection database() throws SQLException;

    static Source of(Roster roster) {
        return new Source() {
            @Override
            public Http queries() {
                return roster.queries();
            }

            @Override
            public String address() {
                return roster.address("QUERY");
            }

            @Override
            public String operatorToken() {
                return roster.operatorToken();
            }

            @Override
            public String bootstrapServers() {
                return roster.kafka().bootstrapServers();
            }

            @Override
            public Connection database() throws SQLException {
                return roster.database();
            }
        };
    }
}
