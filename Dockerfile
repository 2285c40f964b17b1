# The tool in an image of its own: docker build -t nyckeltal .
#   docker run --rm -v "$PWD:/data" nyckeltal extract minutes/
FROM swift:6.2-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends make
WORKDIR /source
COPY . .
RUN make install PREFIX=/usr DESTDIR=/out

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends \
    libxlsxwriter4 libsqlite3-0 libgmime-3.0-0 libcurl4 libarchive13 libxml2 poppler-utils bubblewrap \
    ca-certificates && rm -rf /var/lib/apt/lists/*
COPY --from=build /out/ /
RUN useradd --create-home nyckeltal
USER nyckeltal
WORKDIR /data
ENTRYPOINT ["nyckeltal"]
