package io.tierline.web;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Gives what the framework refuses the same shape as what Tierline refuses. */
@RestControllerAdvice
class FrameworkProblems extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(FrameworkProblems.class);

  private final long uploadLimit;

  FrameworkProblems(@Value("${tierline.upload-limit:10MB}") DataSize uploadLimit) {
    this.uploadLimit = uploadLimit.toBytes();
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Unreadable unreadable = Unreadable.of(e);
    ProblemDetail problem = Problem.detail(unreadable.status(), unreadable.reason());
    return handleExceptionInternal(e, problem, headers, unreadable.status(), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      org.springframework.beans.TypeMismatchException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String name =
        e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "value";
    Class<?> type = e.getRequiredType();
    String reason =
        "Expected '%s' to be of type %s, but found '%s'"
            .formatted(name, type == null ? "another" : type.getSimpleName(), e.getValue());
    return handleExceptionInternal(e, Problem.detail(status, reason), headers, status, request);
  }

  @ExceptionHandler({
    CannotCreateTransactionException.class,
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class
  })
  @Nullable ResponseEntity<Object> outage(Exception e, WebRequest request) {
    LOG.warn("The database did not answer: {}", e.getMessage());
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Problem.OUTAGE_OVER);
    return handleExceptionInternal(
        e,
        Problem.detail(HttpStatus.SERVICE_UNAVAILABLE, Problem.OUTAGE),
        headers,
        HttpStatus.SERVICE_UNAVAILABLE,
        request);
  }

  @ExceptionHandler(Exception.class)
  @Nullable ResponseEntity<Object> fault(Exception e, WebRequest request) {
    LOG.error("A call failed", e);
    return handleExceptionInternal(
        e,
        Problem.detail(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Expected to answer, but the server has a fault; its log says which"),
        new HttpHeaders(),
        HttpStatus.INTERNAL_SERVER_ERROR,
        request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String reason = new BodyLimit.Exceeded(uploadLimit).getMessage();
    return handleExceptionInternal(e, Problem.detail(status, reason), headers, status, request);
  }

  @ExceptionHandler(MultipartException.class)
  @Nullable ResponseEntity<Object> form(MultipartException e, WebRequest request) {
    HttpStatus status = HttpStatus.BAD_REQUEST;
    Throwable cause = e.getMostSpecificCause();
    String reason = "Expected multipart/form-data that can be read, but " + cause.getMessage();
    return handleExceptionInternal(
        e, Problem.detail(status, reason), new HttpHeaders(), status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    boolean ours = e instanceof Problem || body != null;
    Object problem = ours ? body : Problem.detail(status, reason(e));
    return super.handleExceptionInternal(e, problem, headers, status, request);
  }

  private static String reason(Exception e) {
    return switch (e) {
      case NoResourceFoundException path ->
          "Expected a path that /docs names, but found '/%s'".formatted(path.getResourcePath());
      case HttpRequestMethodNotSupportedException method ->
          "Expected a method of %s, but found %s"
              .formatted(method.getSupportedHttpMethods(), method.getMethod());
      case HttpMediaTypeNotSupportedException type ->
          "Expected a body of type %s, but found %s"
              .formatted(
                  MediaType.toString(type.getSupportedMediaTypes()),
                  type.getContentType() == null ? "none" : type.getContentType());
      case HttpMediaTypeNotAcceptableException type ->
          "Expected 'Accept' to name application/json, but it names other types only";
      case ErrorResponse other ->
          "Expected a well-formed request, but: " + other.getBody().getDetail();
      default -> "Expected a well-formed request, but it isn't one";
    };
  }
}
