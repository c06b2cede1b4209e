package roster.systemtest.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import roster.systemtest.running.SharedRoster;

/** Registers an organization in the shared Roster for each test that has such a parameter. */
final class Founding implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OwnOrganization.class;
    }

    @Override
    public OwnOrganization resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return OwnOrganization.of(SharedRoster.in(context));
    }
}
