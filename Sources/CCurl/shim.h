#ifndef NYCKELTAL_CCURL_SHIM_H
#define NYCKELTAL_CCURL_SHIM_H

#include <curl/curl.h>
#include <stddef.h>

/* curl_easy_setopt and curl_easy_getinfo take a variable number of arguments, which Swift cannot
   call. Here is one function for each type of argument that is used. */

static inline CURLcode nyckeltal_curl_set_text(CURL *curl, CURLoption option, const char *value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode nyckeltal_curl_set_number(CURL *curl, CURLoption option, long value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode nyckeltal_curl_set_size(CURL *curl, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode nyckeltal_curl_set_list(CURL *curl, CURLoption option,
                                               struct curl_slist *value) {
  return curl_easy_setopt(curl, option, value);
}

/* Goes on with the recipients that are accepted. libcurl 8.2 mended the option's name. */
static inline CURLcode nyckeltal_curl_allow_refused_recipients(CURL *curl) {
  return curl_easy_setopt(curl, CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L);
}

/* At least CURL_ERROR_SIZE bytes. */
static inline CURLcode nyckeltal_curl_set_error_buffer(CURL *curl, char *buffer) {
  return curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, buffer);
}

/* What is sent: called until it returns 0. */
typedef size_t (*nyckeltal_curl_reader)(char *buffer, size_t size, size_t count, void *context);

static inline CURLcode nyckeltal_curl_set_reader(CURL *curl, nyckeltal_curl_reader reader,
                                                 void *context) {
  CURLcode code = curl_easy_setopt(curl, CURLOPT_READFUNCTION, reader);
  return code != CURLE_OK ? code : curl_easy_setopt(curl, CURLOPT_READDATA, context);
}

/* What is said: the commands, the replies and remarks. */
typedef int (*nyckeltal_curl_listener)(CURL *curl, curl_infotype type, char *text, size_t count,
                                       void *context);

static inline CURLcode nyckeltal_curl_set_listener(CURL *curl, nyckeltal_curl_listener listener,
                                                   void *context) {
  CURLcode code = curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
  if (code == CURLE_OK) code = curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, listener);
  return code != CURLE_OK ? code : curl_easy_setopt(curl, CURLOPT_DEBUGDATA, context);
}

#endif
