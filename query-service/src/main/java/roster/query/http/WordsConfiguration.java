package roster.query.http;

import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import roster.contract.event.ApiTokenKind;
import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;

/** Converters from request parameters to enums and value objects. */
@Configuration(proxyBeanMethods = false)
class WordsConfiguration implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Role.class, Role::of);
        registry.addConverter(String.class, ApiTokenKind.class, text -> Spelling.read(ApiTokenKind.class, text));
        registry.addConverter(String.class, InvitationStatus.class, text -> Spelling.read(InvitationStatus.class, text));
        registry.addConverter(String.class, MemberStatus.class, text -> Spelling.read(MemberStatus.class, text));
    }
}
