package io.tierline.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over {@code tierline.body-limit}, also those that don't say how long they are.
 * Forms with files have a limit of their own, {@code tierline.upload-limit}: it is the container
 * that reads them, and counts those that don't say. It holds for a {@link LargerBody} too.
 */
@Component
class BodyLimit extends OncePerRequestFilter {

  private final long limit;
  private final long uploadLimit;
  private final Set<String> larger;
  private final ProblemWriter problems;

  BodyLimit(
      @Value("${tierline.body-limit:1MB}") DataSize limit,
      @Value("${tierline.upload-limit:10MB}") DataSize uploadLimit,
      List<LargerBody> larger,
      ProblemWriter problems) {
    this.limit = limit.toBytes();
    this.uploadLimit = uploadLimit.toBytes();
    this.larger = larger.stream().map(LargerBody::path).collect(Collectors.toSet());
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long most = large(request) ? uploadLimit : limit;
    if (request.getContentLengthLong() > most) {
      problems.write(response, HttpStatus.CONTENT_TOO_LARGE, new Exceeded(most).getMessage());
    } else {
      chain.doFilter(new Counted(request, most), response);
    }
  }

  private boolean large(HttpServletRequest request) {
    String type = request.getContentType();
    return larger.contains(request.getRequestURI())
        || type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
  }

  /** More was sent than the limit. */
  static final class Exceeded extends IOException {
    Exceeded(long limit) {
      super("Expected a body of at most %d bytes, but it is longer".formatted(limit));
    }
  }

  private static final class Counted extends HttpServletRequestWrapper {
    private final long limit;

    Counted(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CountedStream(super.getInputStream(), limit);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class CountedStream extends ServletInputStream {
    private final ServletInputStream in;
    private final long limit;
    private long read;

    CountedStream(ServletInputStream in, long limit) {
      this.in = in;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = in.read(buffer, offset, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int n) throws IOException {
      read += n;
      if (read > limit) {
        throw new Exceeded(limit);
      }
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
