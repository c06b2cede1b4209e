package roster.systemtest.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import roster.systemtest.running.SharedRoster;

/** Founds an organization for each test that asks for one, in the Roster that they share. */
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
