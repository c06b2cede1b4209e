package roster.contract.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the permissions of each role with the published table. */
class PublishedPermissionsTest {
    private static final Path TABLE = Path.of("src/test/resources/permissions.csv");
    private static final Pattern ROW = Pattern.compile("([a-z._]+),(?:\"([^\"]*)\"|([^\",]*)),([01]),([01]),([01])");

    record Row(String permission, String wording, boolean admin, boolean developer, boolean endpointUser) {
        static Row of(String line) {
            var row = ROW.matcher(line);
            assertThat(row.matches()).as(line).isTrue();
            return new Row(row.group(1), row.group(2) == null ? row.group(3) : row.group(2), row.group(4).equals("1"),
                    row.group(5).equals("1"), row.group(6).equals("1"));
        }
    }

    static List<Row> rows() throws IOException {
        return Files.readAllLines(TABLE, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("permission,")).map(Row::of).toList();
    }

    @Test
    void the_published_permissions_come_first_in_their_order_and_wording() throws IOException {
        var published = Arrays.stream(Permission.values()).filter(Permission::isPublished).toList();

        assertThat(published).hasSize(15).containsExactlyElementsOf(Arrays.asList(Permission.values()).subList(0, 15));
        assertThat(published).extracting(Permission::value).containsExactlyElementsOf(rows().stream().map(Row::permission).toList());
        assertThat(published).extracting(Permission::wording).containsExactlyElementsOf(rows().stream().map(Row::wording).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_cell_is_as_published(Row row) {
        var permission = Arrays.stream(Permission.values()).filter(it -> it.value().equals(row.permission)).findFirst().orElseThrow();

        assertThat(Role.ADMIN.permissions().contains(permission)).as("admin").isEqualTo(row.admin);
        assertThat(Role.DEVELOPER.permissions().contains(permission)).as("developer").isEqualTo(row.developer);
        assertThat(Role.ENDPOINT_USER.permissions().contains(permission)).as("endpoint_user").isEqualTo(row.endpointUser);
    }

    @Test
    void of_the_permissions_that_roster_adds_all_roles_view_members_and_ask_for_decisions() {
        assertThat(Role.ADMIN.permissions()).containsAll(List.of(Permission.values()));
        for (var role : List.of(Role.DEVELOPER, Role.ENDPOINT_USER)) {
            assertThat(role.permissions()).filteredOn(it -> !it.isPublished())
                    .containsExactly(Permission.MEMBERS_VIEW, Permission.DECISIONS_READ);
        }
    }

    @Test
    void a_role_is_known_by_its_value_alone() {
        for (var role : Role.values()) {
            assertThat(Role.of(role.value())).isEqualTo(role);
        }
        assertThat(Role.values()).extracting(Role::value).containsExactly("admin", "developer", "endpoint_user");
    }

    /** Compares the copy of the published table with the original, where that is available. */
    @Test
    void the_copy_of_the_table_is_the_table() throws IOException {
        var original = original();
        assumeThat(original).isPresent();

        assertThat(TABLE).hasSameTextualContentAs(original.orElseThrow());
    }

    private static Optional<Path> original() {
        return Stream.<Path>iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/reference/permissions.csv")).filter(Files::isRegularFile).findFirst();
    }
}
