package roster.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

import roster.console.signin.account.SignedIn;

/** Keeps the user in the session after a sign-in. After one that proves a second account, the user stays the same. */
final class SessionOwner extends HttpSessionSecurityContextRepository {
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var linking = Linking.endedBy(request);
        if (linking.isEmpty()) {
            super.saveContext(context, request, response);
        } else if (context.getAuthentication() != null && context.getAuthentication().getPrincipal() instanceof SignedIn account) {
            new SecondAccount(account, linking.get().holder()).keepIn(request.getSession());
        }
    }
}
