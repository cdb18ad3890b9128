/** The most bytes that the API server reads of one request. What is larger can be no object. */
export const REQUEST_SIZE = 3 * 1024 * 1024;
