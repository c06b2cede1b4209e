package roster.migrate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A role of the database, with its password. */
public record Login(String url, String role, String password) {
    /** The role that owns the schemas. Only migrations use it. */
    public static Login owner(String url, String password) {
        return new Login(url, "roster_owner", password);
    }

    Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "schema check");
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "20");
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public String toString() {
        return "Login[" + role + "]";
    }
}
