# frozen_string_literal: true

# Scripts and styles, from the folder of the plugin: parts ask for each other by the names they were
# built with, which not every version of Redmine keeps when it copies what plugins bring.
class PolicyElementsFilesController < ActionController::Base
  skip_forgery_protection

  def show
    path = PolicyElements::Files.find(params[:name])
    return head(:not_found) unless path

    if PolicyElements::Files::HASHED.match?(params[:name])
      expires_in 1.year, :public => true
    else
      expires_in 0, :public => true, :must_revalidate => true
    end
    return unless stale?(:last_modified => path.mtime.utc, :etag => [path.mtime.to_f, path.size], :public => true)

    type = path.extname == '.css' ? 'text/css' : 'text/javascript'
    send_file path, :type => type, :disposition => 'inline'
  end
end
