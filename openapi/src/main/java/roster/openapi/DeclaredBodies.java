package roster.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springdoc.core.utils.SpringDocAnnotationsUtils;
import org.springframework.web.method.HandlerMethod;

import roster.http.openapi.Answered;

/** Tells springdoc of the bodies that are declared by {@link Answered} and by traits, as if methods returned them. */
final class DeclaredBodies implements GlobalOperationComponentsCustomizer {
    private final List<Trait> traits;

    DeclaredBodies(List<Trait> traits) {
        this.traits = traits;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        return operation;
    }

    @Override
    public Operation customize(Operation operation, Components components, HandlerMethod handler) {
        var answered = handler.getMethodAnnotation(Answered.class);
        if (answered != null && answered.with() != Answered.Signature.class) {
            operation.setResponses(new ApiResponses().addApiResponse("200", answer(answered.with(), components)));
        }
        var arguments = Arrays.asList(handler.getMethod().getParameterTypes());
        traits.stream().filter(it -> arguments.contains(it.argument())).flatMap(it -> Stream.ofNullable(it.instead()))
                .forEach(it -> operation.getResponses().addApiResponse(it.getSimpleName(), answer(it, components)));
        return operation;
    }

    private static ApiResponse answer(Class<?> body, Components components) {
        if (body == Void.class) {
            return new ApiResponse();
        }
        var schema = SpringDocAnnotationsUtils.resolveSchemaFromType(body, components, null, null, SpecVersion.V31);
        return new ApiResponse().content(new Content().addMediaType("application/json", new MediaType().schema(schema)));
    }
}
