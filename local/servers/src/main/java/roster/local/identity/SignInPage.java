package roster.local.identity;

import static roster.local.http.Html.escape;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import roster.local.identity.oauth.AuthorizationRequest;
import roster.local.identity.oauth.SignInPerson;

/** Sign-in page of a stand-in: says that it is not the real provider, and lists the persons to sign in as. Contains no script. */
record SignInPage(ImitatedProvider provider) {
    String choice(AuthorizationRequest request, List<SignInPerson> people, Typed typed) {
        return page("Sign in", """
                <h1>Who are you?</h1>
                <form method="post" aria-label="People">%s<ul>%s</ul></form>
                <h2>Another person</h2>
                <form method="post" aria-label="Another person">%s%s</form>
                <form method="post" aria-label="Cancel">%s<button class="quiet" name="cancel" value="yes">Cancel</button></form>
                """.formatted(hidden(request), rows(people), hidden(request), fields(typed), hidden(request)));
    }

    String refusal(String why) {
        return page("Cannot sign in", """
                <h1>You cannot sign in</h1>
                <p role="alert" class="problem">%s</p>
                <p>Close this page and sign in again from the application.</p>
                """.formatted(escape(why)));
    }

    private static String rows(List<SignInPerson> people) {
        return IntStream.range(0, people.size()).mapToObj(place -> row(place, people.get(place))).collect(Collectors.joining());
    }

    private static String row(int place, SignInPerson person) {
        return """
                <li><button name="as" value="%s"><span>Continue as <b>%s</b></span> <small>%s%s</small></button></li>
                """.formatted(place, escape(person.name()), escape(person.email()),
                String.join("", person.verified() ? "" : " · not verified",
                        person.otherEmails().isEmpty() ? "" : " · also " + escape(String.join(", ", person.otherEmails())),
                        person.account().equals(person.email()) ? "" : " · earlier " + escape(person.account())));
    }

    private static String fields(Typed typed) {
        return """
                %s
                <label for="name">Name</label><input id="name" name="name" value="%s" required autocomplete="off">
                <label for="email">E-mail address</label>
                <input id="email" name="email" value="%s" required inputmode="email" autocomplete="off" autocapitalize="none" spellcheck="false">
                <label class="check"><input type="checkbox" id="verified" name="verified" value="yes"%s> The provider has verified this address</label>
                <details%s><summary>More about this account</summary>
                <label for="others">Further verified addresses (GitHub only)</label>
                <input id="others" name="others" value="%s" autocomplete="off" autocapitalize="none" spellcheck="false">
                <label for="account">Earlier address of the same account</label>
                <input id="account" name="account" value="%s" autocomplete="off" autocapitalize="none" spellcheck="false"></details>
                <button class="main">Sign in</button>
                """.formatted(typed.problem().isEmpty() ? "" : "<p role=\"alert\" class=\"problem\">" + escape(typed.problem()) + "</p>",
                escape(typed.name()), escape(typed.email()), typed.verified() ? " checked" : "",
                typed.others().isEmpty() && typed.account().isEmpty() ? "" : " open", escape(typed.others()), escape(typed.account()));
    }

    private static String hidden(AuthorizationRequest request) {
        return request.parameters().entrySet().stream()
                .map(parameter -> "<input type=\"hidden\" name=\"" + parameter.getKey() + "\" value=\"" + escape(parameter.getValue())
                        + "\">")
                .sorted().collect(Collectors.joining());
    }

    private String page(String title, String content) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · stand-in for %s</title><link rel="stylesheet" href="/stand-in.css"></head>
                <body>
                <header><p><b>This is not %s.</b> Roster runs on this machine and imitates it. You need no password, and no data leaves this machine.</p></header>
                <main>%s</main>
                </body>
                </html>
                """.formatted(title, provider.title(), provider.title(), content);
    }
}
