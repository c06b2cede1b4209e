package roster.http.body;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Prevents the container from reading bodies itself: unread rest of a body, on the thread that answered the request, and forms. */
@Component
final class UnreadBodies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String NO_METHOD = "";

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new Closing()));
        factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(NO_METHOD));
    }

    private static final class Closing extends ValveBase {
        Closing() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            if (!request.isAsync() && !request.isFinished()) {
                request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }
}
